import { cell } from './fault-matrix/judge.ts'
import { measure } from './fault-matrix/measure.ts'
import { type Case, PROMISED } from './fault-matrix/promised.ts'
import { canBeTried, type Fakes, PROVIDERS, type ProviderName } from './fault-matrix/providers.ts'
import { aligned } from './report.ts'
import { startAimock } from './upstream/aimock.ts'
import { startUpstream } from './upstream/server.ts'

/** Prints what comes of every fault at every provider, through the port of models; ends with 1 where that is not as promised. */
const fakes: Fakes = { upstream: await startUpstream(), aimock: await startAimock() }
const rows: string[][] = []
for (const what of Object.keys(PROMISED) as Case[]) {
  const row: string[] = [what]
  // One by one: an endless answer keeps a whole processor busy until it is dropped.
  for (const name of PROVIDERS) row.push(await cellOf(name, what))
  rows.push(row)
}
console.log(aligned(['fault', ...PROVIDERS], rows))
console.log('\n↻ asking again may help · 7s time to wait is kept · +text what came before is kept')
console.log(
  '# tokens are counted, #in those of the prompt alone · ⏏ the connection is closed by us · blank: cannot happen there, or cannot be played',
)
process.exit(rows.flat().some((text) => text.startsWith('DEVIATES')) ? 1 : 0)

async function cellOf(name: ProviderName, what: Case): Promise<string> {
  return canBeTried(name, what) ? cell(name, what, await measure(fakes, name, what)) : ''
}
