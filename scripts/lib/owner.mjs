import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The pid of the living process that holds the embedded database, or null. A courtesy before anything is built under
 * a running server; the lock itself, and stale ones, are the server's business (lib/adapters/prisma/lock.ts).
 */
export function dataOwner(dataDirectory, { isAlive = isRunning, startOf = processStart } = {}) {
  const file = path.join(dataDirectory, 'pglite.lock')
  if (!existsSync(file)) return null
  try {
    const { pid, start } = JSON.parse(readFileSync(file, 'utf8'))
    if (!Number.isInteger(pid) || !isAlive(pid)) return null
    const actual = startOf(pid)
    return actual && start && actual !== start ? null : pid
  } catch {
    return null
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Tells the owner from a later process with the same pid; only Linux says so without help. */
function processStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // a zombie was killed and holds nothing
    return `${boot}:${fields[0] === 'Z' ? 'ended' : fields[19]}`
  } catch {
    return null
  }
}
