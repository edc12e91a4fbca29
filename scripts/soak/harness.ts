import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { seededRandom } from '../../lib/core/kernel/random.ts'
import type { Audit } from './audit.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const NODE = path.join(ROOT, 'node_modules/node/bin/node')
const FLAGS = ['--conditions=react-server', '--experimental-transform-types', '--disable-warning=ExperimentalWarning']
const RUNS_PER_LIFE = 3
/** A run takes some 200 ms here; kills fall anywhere into it and a little after. */
const LONGEST_LIFE_MS = 400

export type SoakResult = Audit & { kills: number; seed: string }

type Options = { kills: number; seed: string; until?: number; onKill?: (kills: number) => void }

/** Starts the engine, kills it at seeded moments, starts it again …, then lets it finish and audits all that was stored. */
export async function soak({ kills, seed, until = Infinity, onKill }: Options): Promise<SoakResult> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'council-soak-'))
  const random = seededRandom(seed)
  let done = 0
  try {
    while (done < kills && Date.now() < until) {
      await oneLife(dir, random() * LONGEST_LIFE_MS)
      done += 1
      onKill?.(done)
    }
    return { ...(await lastLife(dir)), kills: done, seed }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function oneLife(dir: string, lifeMs: number): Promise<void> {
  const child = start(dir, RUNS_PER_LIFE)
  await Promise.race([firstLine(child), exited(child).then(failWith('the engine died before it was killed'))])
  await new Promise((resolve) => setTimeout(resolve, lifeMs))
  child.kill('SIGKILL')
  await exited(child)
}

async function lastLife(dir: string): Promise<Audit> {
  const child = start(dir, 0)
  const verdict = await Promise.race([firstLine(child), exited(child).then(failWith('the engine could not finish'))])
  await exited(child)
  return JSON.parse(verdict) as Audit
}

function start(dir: string, runs: number): ChildProcess {
  const script = path.join(ROOT, 'scripts/soak/child.ts')
  // every life loads the same modules: the second and later ones find them compiled
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/soak') }
  return spawn(NODE, [...FLAGS, script, dir, String(runs)], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
    })
  })
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('close', () => resolve())
  })
}

function failWith(message: string) {
  return (): never => {
    throw new Error(message)
  }
}
