const WIDTH = 34

/** `  Building …` while `work` runs, `  Building   25.1 s` when it is done; one line, quiet on anything but a terminal. */
export async function step(label, work, out = process.stdout) {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  const draw = () => out.write(`\r  ${label.padEnd(WIDTH)} ${seconds()}`)
  if (out.isTTY) draw()
  const timer = out.isTTY ? setInterval(draw, 200) : null
  const end = (note) => {
    if (timer) clearInterval(timer)
    out.write(`${out.isTTY ? '\r' : ''}  ${label.padEnd(WIDTH)} ${seconds().padStart(8)}${note ? `  ${note}` : ''}\n`)
  }
  try {
    const result = await work()
    end('')
    return result
  } catch (error) {
    end('failed')
    throw error
  }
}
