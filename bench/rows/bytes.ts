import { type Bench, type Figure, type Row, shown } from '../row.ts'
import { spread } from '../stats.ts'
import { runOnce } from '../trace.ts'
import { watch } from '../viewer.ts'

const LONG = 1_000

/** What a run costs on the wire, live at 50 tokens a second and when it is opened again. */
export const bytes: Row = {
  name: 'bytes',
  async run(bench) {
    bench.say('bytes on the wire')
    const long = { contains: '[long]', structured: false, physics: { n: LONG } }
    await bench.upstream.script([long])
    const questions = ['How long is a short answer?', 'How long is a long answer? [long]'] as const
    const [short, longer] = await Promise.all(questions.map((question) => ratios(bench, question)))
    await bench.upstream.script([])
    if (!short || !longer) return []
    const note = (value: number) =>
      `whole stream, uncompressed, with headers; ${value.toFixed(2)} where answers have 150 tokens`
    return [
      figure(`bytes on the wire / bytes of text, live, ${LONG} tokens an answer`, 3, longer.live, note(short.live)),
      figure(
        `bytes on the wire / bytes of text, replay, ${LONG} tokens an answer`,
        1.2,
        longer.replay,
        note(short.replay),
      ),
    ]
  },
}

async function ratios({ product, upstream, tag: nextTag }: Bench, question: string) {
  const tag = nextTag()
  const trace = await runOnce(product, tag, question)
  const replay = await watch(`${product.url}/api/v1/runs/${trace.runId}/events`, product.headers)
  // Answers, ballots and verdict: everything the models wrote.
  const text = (await upstream.log(tag)).reduce((sum, entry) => sum + entry.textBytes, 0)
  return { live: trace.bytes / text, replay: replay.bytes / text }
}

function figure(metric: string, limit: number, ratio: number, note: string): Figure {
  return { metric, target: `≤ ${limit}`, value: shown(spread([ratio]), 2), isMet: ratio <= limit, note }
}
