import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir, nodeBinary, ROOT, toolEntry, toolEnv } from './paths.mjs'

const LIMIT_MS = 20 * 60_000
const children = new Set()

/** A command that ended badly; `log` is the file with everything it said. */
export class CommandFailed extends Error {
  constructor(name, { code, log }) {
    super(`${name} ended with code ${code}`)
    this.log = log
    this.code = code
  }
}

/** Runs a command with its output in `.data/logs/<log>.log`; resolves with that file, or throws CommandFailed. */
export async function run(command, args, { log, env = {}, limitMs = LIMIT_MS }) {
  const file = path.join(dataDir(), 'logs', `${log}.log`)
  mkdirSync(path.dirname(file), { recursive: true })
  const out = createWriteStream(file)
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...toolEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  })
  children.add(child)
  child.stdout.pipe(out, { end: false })
  child.stderr.pipe(out, { end: false })
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve(status ?? signal))
  }).finally(() => {
    clearTimeout(timer)
    children.delete(child)
  })
  await new Promise((resolve) => out.end(resolve))
  if (code !== 0) throw new CommandFailed(log, { code, log: file })
  return file
}

/** Runs one of the installed tools (`next`, `tsc`, `vitest`, …) on the project's own Node. */
export function runTool(name, args, options) {
  const entry = toolEntry(name)
  return run(nodeBinary(), [entry, ...args], options)
}

/** Ctrl+C ends what is running, then us. Returns the function that takes this back. */
export function endChildrenOnSignals() {
  const end = () => {
    for (const child of children) child.kill('SIGTERM')
    process.exit(130)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}

/** The end of a log, for a terminal. */
export function tail(file, lines = 120) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}
