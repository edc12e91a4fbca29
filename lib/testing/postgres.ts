import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { installedPostgres, NOBODY, readableBy, type SystemUser } from './postgres-binaries.ts'

export type TestServer = {
  url: string
  /** Makes an empty database on the server and returns its address. */
  freshDatabase(): Promise<string>
  stop(): Promise<void>
}

/** Why there is no PostgreSQL to test against, as a sentence; null when there is one. */
export function whyNoPostgres(): string | null {
  if (process.env.DATABASE_URL_TEST || installedPostgres()) return null
  return `no DATABASE_URL_TEST, and no PostgreSQL binaries for ${process.platform} ${process.arch}`
}

/** The server that DATABASE_URL_TEST names, or a real PostgreSQL of one's own on a free port, without root or containers. */
export async function startPostgres(options: { isDurable?: boolean } = {}): Promise<TestServer> {
  const external = process.env.DATABASE_URL_TEST
  if (external) return serverAt(external, async () => {})
  const native = installedPostgres()
  if (!native) throw new Error(`PostgreSQL cannot be started: ${whyNoPostgres()}`)
  // PostgreSQL refuses to run as root.
  const user: SystemUser = process.getuid?.() === 0 ? NOBODY : {}
  const home = await mkdtemp(path.join(tmpdir(), 'llm-council-postgres-'))
  try {
    if (user === NOBODY) await chown(home, NOBODY.uid, NOBODY.gid)
    const bin = path.join(await readableBy(user, native, home), 'bin')
    const data = path.join(home, 'data')
    await run(
      path.join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      user,
    )
    const { child, port } = await serve(path.join(bin, 'postgres'), {
      data,
      user,
      isDurable: options.isDurable ?? false,
    })
    return serverAt(`postgresql://postgres@127.0.0.1:${port}/postgres`, async () => {
      await end(child)
      await rm(home, { recursive: true, force: true })
    })
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}

function serverAt(url: string, stop: () => Promise<void>): TestServer {
  const freshDatabase = async () => {
    const name = `council_${randomUUID().replaceAll('-', '')}`
    await query(url, `create database ${name}`)
    const fresh = new URL(url)
    fresh.pathname = `/${name}`
    return fresh.href
  }
  return { url, freshDatabase, stop }
}

async function serve(
  binary: string,
  { data, user, isDurable }: { data: string; user: SystemUser; isDurable: boolean },
): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const speed = isDurable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const place = [
    '-D',
    data,
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=60',
  ]
  const child = spawn(binary, [...place, ...speed], { ...user, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] })
  process.once('exit', () => child.kill('SIGQUIT'))
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000)
  })
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}: ${said}`)
    if (
      await query(url, 'select 1').then(
        () => true,
        () => false,
      )
    )
      return { child, port }
    await pause(50)
  }
  await end(child)
  throw new Error(`postgres did not answer: ${said}`)
}

/** SIGINT is PostgreSQL's fast shutdown: open connections are cut, data is written. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGINT')
  await once(child, 'exit')
}

async function run(binary: string, args: string[], user: SystemUser): Promise<void> {
  const child = spawn(binary, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${path.basename(binary)} ended with ${code}: ${said}`)
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
