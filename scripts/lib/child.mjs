import os from 'node:os'

const GRACE_MS = 35_000
/** npm passes on the signal that the terminal has already sent to all of us. */
const ECHO_MS = 500

/**
 * Hands our signals to `child` and resolves with the exit code that a shell would report. After the first signal the
 * child has 35 s to end.
 */
export function passThrough(child, { graceMs = GRACE_MS, onSignal = () => {} } = {}) {
  let timer
  let last = Number.NEGATIVE_INFINITY
  const forward = (signal) => {
    if (performance.now() - last < ECHO_MS) return
    last = performance.now()
    if (!timer) onSignal(signal)
    timer ??= setTimeout(() => child.kill('SIGKILL'), graceMs)
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0))
    })
  })
}
