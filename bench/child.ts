import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')

/** A process of the bench, with what the kernel says it has used. */
export type Child = {
  pid: number
  /** User and system time of the process and its children, in milliseconds (10 ms steps). */
  cpuMs(): number
  /** Resident memory of the same, in kB. */
  rssKb(): number
  /** Everything it printed. */
  output(): string
  /** Resolves with the first line it printed; rejects when it ends before that. */
  firstLine: Promise<string>
  /** Resolves when it has ended. */
  ended: Promise<void>
  /** Asks it to end, then insists after ten seconds. */
  stop(): Promise<void>
}

export function startChild(args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pid = child.pid as number
  let output = ''
  const { promise: firstLine, resolve, reject } = Promise.withResolvers<string>()
  firstLine.catch(() => {})
  const keep = (data: Buffer) => {
    output += data
  }
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', keep)
  child.stdout?.on('data', () => output.includes('\n') && resolve(output.slice(0, output.indexOf('\n'))))
  child.on('exit', (code) => reject(new Error(`${args[0]} ended with ${code}:\n${output}`)))
  return {
    pid,
    cpuMs: () => family(pid).reduce((sum, one) => sum + cpuOf(one), 0),
    rssKb: () => family(pid).reduce((sum, one) => sum + rssOf(one), 0),
    output: () => output,
    firstLine,
    ended: new Promise((done) => child.on('exit', () => done())),
    stop: () => end(child),
  }
}

/** A TypeScript file of the bench as a process of its own; resolves once it has printed its address. */
export async function startScript(file: string, args: string[] = [], env: Record<string, string> = {}) {
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']
  const child = startChild([...flags, path.join(ROOT, 'bench', file), ...args], env)
  return { ...child, url: await child.firstLine }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function family(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(family)]
}

/** Fields 14 and 15 of /proc/pid/stat, in ticks of 10 ms. */
function cpuOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

function rssOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
