import { nowMs, type SeenFrame, watch } from './viewer.ts'

/** A server that speaks the product's API: the product itself, or a control. */
export type Target = { url: string; headers: Record<string, string> }

type Key = { stage: string; seat: string; model: string }

/** How the text of one call grew in front of the viewer: characters seen by when. */
export type Growth = Key & { points: { at: number; chars: number }[]; text: string }

/** One run as a program with one open event stream lived it. Unix milliseconds. */
export type Trace = {
  tag: string
  runId: string
  postedAt: number
  acceptedAt: number
  endedAt: number
  end: string
  growths: Growth[]
  bytes: number
  frames: SeenFrame[]
}

/** Asks and watches to the end. The tag makes the run's requests findable in the upstream's log. */
export async function runOnce(target: Target, tag: string, question = 'What makes a council wise?'): Promise<Trace> {
  const postedAt = nowMs()
  const runId = await ask(target, `${question} [tag:${tag}]`)
  const acceptedAt = nowMs()
  const { bytes, frames } = await watch(`${target.url}/api/v1/runs/${runId}/events`, target.headers)
  const last = frames.at(-1)
  const end = frames.findLast((frame) => /^run\.(completed|failed|cancelled)$/.test(frame.event))
  const growths = growthsOf(frames)
  return {
    tag,
    runId,
    postedAt,
    acceptedAt,
    endedAt: end?.at ?? last?.at ?? nowMs(),
    end: end?.event ?? 'cut',
    growths,
    bytes,
    frames,
  }
}

export async function ask(target: Target, question: string): Promise<string> {
  const response = await fetch(`${target.url}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...target.headers },
    body: JSON.stringify({ question, council: 'standard' }),
  })
  const body = (await response.json()) as { id?: string }
  if (response.status !== 202 || !body.id) throw new Error(`no run: ${response.status} ${JSON.stringify(body)}`)
  return body.id
}

/** The model is left out where it is the seat's own. */
type CallStarted = { stage: string; seat: string; model?: string }
type Snapshot = { plan: { seats: { id: string; model: string }[] }; calls?: (CallStarted & { text?: string })[] }
type DeltaData = Record<string, [at: number, text: string]>

/** The text of every call as the frames let it grow. */
export function growthsOf(frames: SeenFrame[]): Growth[] {
  const growths: Growth[] = []
  const current = new Map<string, Growth>()
  const models = new Map<string, string>()
  const start = ({ stage, seat, model = models.get(seat) ?? '' }: CallStarted) => {
    const growth: Growth = { stage, seat, model, points: [], text: '' }
    growths.push(growth)
    current.set(seat, growth)
    return growth
  }
  for (const { at, event, data } of frames) {
    if (event === 'call.started') start(data as CallStarted)
    if (event === 'run.snapshot') {
      const { plan, calls = [] } = data as Snapshot
      for (const { id, model } of plan.seats) models.set(id, model)
      for (const call of calls) grow(start(call), at, 0, call.text ?? '')
    }
    if (event !== 'delta') continue
    for (const [seat, [from, text]] of Object.entries(data as DeltaData)) {
      const growth = current.get(seat)
      if (growth) grow(growth, at, from, text)
    }
  }
  return growths
}

function grow(growth: Growth, at: number, from: number, text: string): void {
  if (text === '') return
  growth.text = growth.text.slice(0, from) + text
  growth.points.push({ at, chars: growth.text.length })
}
