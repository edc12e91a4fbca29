import { parseArgs } from 'node:util'
import { soak } from './soak/harness.ts'

/* npm run soak -- --minutes 5 | --kills 300 [--seed text]: kills the engine at seeded moments and audits what is left. */
const { values } = parseArgs({
  options: { minutes: { type: 'string' }, kills: { type: 'string' }, seed: { type: 'string' } },
})
const seed = values.seed ?? String(Date.now())
const until = values.minutes ? Date.now() + Number(values.minutes) * 60_000 : undefined
const kills = values.kills ? Number(values.kills) : values.minutes ? Number.MAX_SAFE_INTEGER : 300

console.log(`seed ${seed}`)
const result = await soak({
  kills,
  seed,
  until,
  onKill: (count) => count % 25 === 0 && console.log(`${count} kills`),
})
for (const violation of result.violations) console.log(`VIOLATION ${violation}`)
console.log(
  `${result.kills} kills, ${result.runs} runs, ${result.resumed} of them resumed, ${result.requests} requests, ` +
    `${result.violations.length} violations (seed ${seed})`,
)
process.exit(result.violations.length === 0 ? 0 : 1)
