import 'server-only'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process began, as text that only means something when compared: it tells a living owner from another process
 * that was given the same pid later. Null where the system does not say.
 */
export function processStart(pid: number): string | null {
  return fromProc(pid) ?? fromPs(pid)
}

function fromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name in parentheses may hold spaces; state and starttime are the 1st and 20th field after it (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie holds nothing any more; where init does not reap (a plain container) it stays for ever.
    const ticks = fields[0] === 'Z' ? 'ended' : fields[19]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return ticks ? `${boot}:${ticks}` : null
  } catch {
    return null
  }
}

function fromPs(pid: number): string | null {
  if (process.platform === 'win32' || process.platform === 'linux') return null
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
    })
    return text.trim() || null
  } catch {
    return null
  }
}
