import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DirectoryInUse, lockDirectory } from './lock.ts'
import { processStart } from './process-start.ts'

describe('the lock on a data directory', () => {
  let home: string
  let dir: string
  let file: string
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'llm-council-lock-'))
    dir = path.join(home, 'data')
    file = `${dir}.lock`
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  it('lies beside the directory and goes when it is released', async () => {
    const release = await lockDirectory(dir)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
    release()
    expect(existsSync(file)).toBe(false)
  })

  it('refuses a second owner and names the pid of the first, also within one process', async () => {
    const release = await lockDirectory(dir)
    const refusal = await lockDirectory(dir).catch((error) => error)
    expect(refusal).toBeInstanceOf(DirectoryInUse)
    expect(refusal.message).toContain(`process ${process.pid}`)
    release()
    await expect(lockDirectory(dir)).resolves.toBeTypeOf('function')
  })

  it('refuses while another process lives, and is taken over once that one is dead', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
    await once(other, 'spawn')
    const pid = other.pid as number
    writeFileSync(file, JSON.stringify({ pid, start: processStart(pid), token: 'theirs' }))
    await expect(lockDirectory(dir)).rejects.toMatchObject({ pid })
    other.kill('SIGKILL')
    await once(other, 'exit')
    await expect(lockDirectory(dir)).resolves.toBeTypeOf('function')
  })

  it.skipIf(process.platform !== 'linux')('is taken over from a killed process that nobody has reaped', async () => {
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = await once(parent.stdout, 'data')
    const pid = Number(String(line))
    writeFileSync(file, JSON.stringify({ pid, start: processStart(pid), token: 'theirs' }))
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '))
    await expect(lockDirectory(dir)).resolves.toBeTypeOf('function')
    parent.kill('SIGKILL')
  })

  it.skipIf(processStart(process.pid) === null)(
    'is not fooled by another process that was given the same pid',
    async () => {
      writeFileSync(file, JSON.stringify({ pid: process.pid, start: 'an earlier life', token: 'theirs' }))
      await expect(lockDirectory(dir)).resolves.toBeTypeOf('function')
    },
  )

  it('is taken over when a crash left it empty or unreadable', async () => {
    writeFileSync(file, '')
    const release = await lockDirectory(dir)
    release()
    writeFileSync(file, 'null')
    await expect(lockDirectory(dir)).resolves.toBeTypeOf('function')
  })

  it('goes to one of many that find a dead owner at once', async () => {
    writeFileSync(file, JSON.stringify({ pid: 2 ** 30, start: null, token: 'dead' }))
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(dir)))
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('does not remove the lock of a later owner when it is released late', async () => {
    const release = await lockDirectory(dir)
    const theirs = JSON.stringify({ pid: process.pid, start: null, token: 'theirs' })
    writeFileSync(file, theirs)
    release()
    expect(readFileSync(file, 'utf8')).toBe(theirs)
  })
})
