import { startUpstream } from './server.ts'

/** Runs the fake upstream as its own process; prints its URL as the first line. */
const port = Number(process.argv[2] ?? 0)
const upstream = await startUpstream({ port })
console.log(upstream.url)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void upstream.close().then(() => process.exit(0)))
}
