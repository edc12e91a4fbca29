import { randomUUID } from 'node:crypto'

/** Calls one model; hands on text as it comes and resolves with all of it. */
export type CallModel = (input: {
  model: string
  prompt: string
  schema: Record<string, unknown> | null
  onText: (text: string) => void
}) => Promise<string>

export type PlainCouncils = {
  start(question: string): string
  /** Frames so far and from now on; `null` ends. */
  subscribe(id: string, onFrame: (frame: string | null) => void): () => void
}

type Run = { frames: string[]; listeners: Set<(frame: string | null) => void>; hasEnded: boolean }

/**
 * A council with nothing around it: no store, no log, no limits, no retries, no ranking. The same nine calls, their text
 * sent on as it comes. What the product does on top is what the bench measures.
 */
export function plainCouncils(call: CallModel, models: string[]): PlainCouncils {
  const runs = new Map<string, Run>()
  return {
    start(question) {
      const id = randomUUID()
      const run: Run = { frames: [], listeners: new Set(), hasEnded: false }
      runs.set(id, run)
      void deliberate(call, models, question, run)
      return id
    },
    subscribe(id, onFrame) {
      const run = runs.get(id)
      for (const frame of run?.frames ?? []) onFrame(frame)
      if (!run || run.hasEnded) onFrame(null)
      run?.listeners.add(onFrame)
      return () => run?.listeners.delete(onFrame)
    },
  }
}

async function deliberate(call: CallModel, models: string[], question: string, run: Run): Promise<void> {
  const send = (event: string, data: unknown) => {
    const frame = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    run.frames.push(frame)
    for (const listener of run.listeners) listener(frame)
  }
  const one = (stage: string, index: number, prompt: string, schema: Record<string, unknown> | null = null) => {
    const model = models[index % models.length] as string
    const seat = `s${index + 1}`
    let at = 0
    send('call.started', { stage, seat, model })
    const onText = (text: string) => {
      if (!schema) send('delta', { [seat]: [at, text] })
      at += text.length
    }
    return call({ model, prompt, schema, onText })
  }
  const members = [0, 1, 2, 3]
  const answers = await Promise.all(members.map((i) => one('first_opinions', i, question)))
  const others = (i: number) => answers.filter((_, at) => at !== i).join('\n\n')
  const ballots = await Promise.all(members.map((i) => one('review', i, `${question}\n\n${others(i)}`, BALLOT)))
  await one('final_response', 4, [question, ...answers, ...ballots, 'Write the final answer.'].join('\n\n'))
  send('run.completed', {})
  run.hasEnded = true
  for (const listener of run.listeners) listener(null)
}

const BALLOT = { type: 'object', properties: { ranking: { type: 'array', items: { enum: ['A', 'B', 'C'] } } } }
