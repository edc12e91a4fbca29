#!/usr/bin/env node
// Offline stand-in for Prisma's native `schema-engine` binary: the Prisma CLI talks JSON-RPC over stdio to whatever
// PRISMA_SCHEMA_ENGINE_BINARY names; here it is the WASM build of the very same engine, over a JavaScript driver.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const argv = process.argv.slice(2)
const at = argv.indexOf('--datasource')
const url = at >= 0 ? (JSON.parse(argv[at + 1]).url ?? '') : ''
const cli = argv.indexOf('cli') >= 0 ? argv[argv.indexOf('cli') + 1] : null
if (argv.includes('--version')) {
  console.log('schema-engine-wasm')
  process.exit(0)
}

const log = (level, message, extra = {}) =>
  process.stderr.write(
    `${JSON.stringify({
      timestamp: new Date().toISOString(),
      level,
      fields: { message, ...extra },
      target: 'schema_engine::logger',
    })}\n`,
  )

// adapter-pg 7.10 does not know the internal type "char" (oid 18) that the engine's catalogue queries return
function withChar(adapter) {
  const io = adapter.performIO.bind(adapter)
  const raw = adapter.queryRaw.bind(adapter)
  let chars = []
  adapter.performIO = async (q) => {
    const r = await io(q)
    chars = r.fields.map((f) => f.dataTypeID === 18)
    for (const f of r.fields) if (f.dataTypeID === 18) f.dataTypeID = 25
    return r
  }
  adapter.queryRaw = async (q) => {
    const r = await raw(q)
    return { ...r, columnTypes: r.columnTypes.map((t, i) => (chars[i] ? 6 /* Character */ : t)) }
  }
  return adapter
}

async function adapter(config, close = async () => {}) {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const inner = new PrismaPg(config)
  return {
    factory: {
      provider: inner.provider,
      adapterName: inner.adapterName,
      connect: async () => withChar(await inner.connect()),
    },
    close,
  }
}
const postgresAdapter = (connectionString) => adapter({ connectionString, max: 2 })

async function pgliteAdapter(dataDir) {
  const [{ PGlite }, { createPgConfig }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
  ])
  const db = await PGlite.create(dataDir)
  const config = createPgConfig(db)
  const parse = config.connection.parse.bind(config.connection)
  config.connection.parse = (q) => parse({ ...q, types: undefined })
  return adapter({ ...config, max: 1 }, () => db.close())
}

async function connect(scratch = false) {
  const dir = scratch ? 'memory://' : new URLSearchParams(url.split('?')[1]).get('pglite')
  const main = dir ? await pgliteAdapter(dir) : await postgresAdapter(url)
  const shadows = []
  const factory = {
    provider: main.factory.provider,
    adapterName: main.factory.adapterName,
    connect: () => main.factory.connect(),
    // the shadow database is always a throw-away in-memory PGlite: no CREATEDB right needed, works without a server
    connectToShadowDb: async () => {
      const s = await pgliteAdapter('memory://')
      shadows.push(s)
      return s.factory.connect()
    },
  }
  return {
    factory,
    close: async () => {
      for (const s of shadows) await s.close()
      await main.close()
    },
  }
}

if (cli) {
  log('INFO', 'schema-engine-wasm') // the CLI discards the first line of stderr
  try {
    if (cli === 'create-database') {
      const u = new URL(url),
        name = decodeURIComponent(u.pathname.slice(1))
      u.pathname = '/postgres'
      const c = await (await postgresAdapter(u.href)).factory.connect()
      await c.executeScript(`CREATE DATABASE "${name.replaceAll('"', '""')}"`)
      await c.dispose()
    } else {
      const c = await connect()
      const conn = await c.factory.connect()
      await conn.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
      await conn.dispose()
      await c.close()
    }
    log('INFO', 'Connection successful')
    process.exit(0)
  } catch (e) {
    log('ERROR', String(e?.cause?.originalMessage ?? e?.message ?? e), {
      error_code: e?.cause?.kind === 'DatabaseDoesNotExist' ? 'P1003' : 'P1001',
      is_panic: false,
    })
    process.exit(1)
  }
}

const require = createRequire(import.meta.url)
const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg')
const wasmPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { './schema_engine_bg.js': bg })
bg.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
let engine, conn
const getEngine = async (datamodels, scratch) => {
  if (engine) return engine
  conn = await connect(scratch)
  engine = await bg.SchemaEngine.new(
    { datamodels },
    (l) => {
      if (process.env.DEBUG) process.stderr.write(`${l}\n`)
    },
    bindMigrationAwareSqlAdapterFactory(conn.factory),
  )
  return engine
}
const send = (o) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...o })}\n`)
const files = (p) => (p?.schema?.files ?? p?.to?.files ?? p?.from?.files)?.map((f) => [f.path, f.content])

async function handle({ id, method, params }) {
  try {
    // a diff between files and migrations needs no live database
    const live =
      method !== 'diff' || [params.from, params.to].some((t) => t.tag === 'url' || t.tag === 'schemaDatasource')
    const e = await getEngine(files(params), !live)
    const name = { getDatabaseVersion: 'version' }[method] ?? method
    if (typeof e[name] !== 'function')
      return send({ id, error: { code: -32601, message: `Method not found: ${method}` } })
    const result = await e[name](params)
    if (method === 'diff' && result?.stdout != null) {
      send({ id: -1, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result: result ?? null })
  } catch (err) {
    const raw = String(err?.message ?? err)
    let data
    try {
      const p = JSON.parse(raw)
      data = {
        is_panic: false,
        message: p.message ?? raw,
        meta: p.meta ?? null,
        error_code: p.code ?? p.error_code ?? null,
      }
    } catch {
      data = { is_panic: false, message: raw, meta: null, error_code: err?.code ?? null }
    }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

let chain = Promise.resolve()
const rl = createInterface({ input: process.stdin })
rl.on('line', (l) => {
  const m = l.trim() && JSON.parse(l)
  if (m?.method) chain = chain.then(() => handle(m))
})
rl.on('close', () =>
  chain.then(async () => {
    await conn?.close()
    process.exit(0)
  }),
)
