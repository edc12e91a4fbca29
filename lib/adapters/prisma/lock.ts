import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { processStart } from './process-start.ts'

type Owner = { pid: number; start: string | null; token: string }

/** The data directory belongs to another living process. */
export class DirectoryInUse extends Error {
  readonly pid: number

  constructor(dataDir: string, pid: number) {
    super(
      `The data in ${dataDir} is in use by process ${pid}. Stop that process, or set DATABASE_URL to share a database.`,
    )
    this.name = 'DirectoryInUse'
    this.pid = pid
  }
}

/**
 * Locks a data directory by a file beside it, for PGlite has no lock of its own and two processes on one directory
 * corrupt it silently. A lock whose process is gone is taken over. Returns the function that lets go.
 */
export async function lockDirectory(dataDir: string): Promise<() => void> {
  const file = `${dataDir}.lock`
  const mine: Owner = { pid: process.pid, start: processStart(process.pid), token: randomUUID() }
  for (let attempt = 0; attempt < 20; attempt++) {
    if (tryCreate(file, mine)) return () => releaseLock(file, mine)
    const text = readIfThere(file)
    if (text === null) continue
    const owner = parseOwner(text)
    if (owner && isAlive(owner)) throw new DirectoryInUse(dataDir, owner.pid)
    // A file without an owner may be one that is being written this very moment.
    if (owner || attempt >= 10) removeStale(file, text)
    else await pause(20)
  }
  throw new Error(`The lock file ${file} could not be taken.`)
}

function tryCreate(file: string, owner: Owner): boolean {
  try {
    writeFileSync(/*turbopackIgnore: true*/ file, JSON.stringify(owner), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the stale file aside before deleting it: if another process was faster, its fresh lock is put back. */
function removeStale(file: string, staleText: string): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(/*turbopackIgnore: true*/ file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const text = readFileSync(/*turbopackIgnore: true*/ aside, 'utf8')
  if (text === staleText) rmSync(aside)
  else renameSync(aside, file)
}

function releaseLock(file: string, mine: Owner): void {
  const text = readIfThere(file)
  if (text !== null && parseOwner(text)?.token === mine.token) rmSync(/*turbopackIgnore: true*/ file, { force: true })
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(/*turbopackIgnore: true*/ file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function parseOwner(text: string): Owner | null {
  try {
    const value = JSON.parse(text) as Partial<Owner> | null
    return Number.isInteger(value?.pid)
      ? { pid: value!.pid!, start: value!.start ?? null, token: value!.token ?? '' }
      : null
  } catch {
    return null
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const start = processStart(owner.pid)
  return start === null || owner.start === null || start === owner.start
}
