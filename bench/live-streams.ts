import http from 'node:http'
import { createParser } from 'eventsource-parser'
import { MODELS, type Running } from './servers.ts'
import { ask, type Growth, growthsOf } from './trace.ts'
import { nowMs, watch } from './viewer.ts'

/** What one live run showed its viewer, and when its viewer left. */
export type Seen = { tag: string; growths: Growth[]; leftAt: number }

export type Viewing = (question: string, tag: string) => Promise<Seen>

/** One run of the product, watched until its members have answered; then it is stopped. */
export function viewingOf({ url, headers }: Running): Viewing {
  return async (question, tag) => {
    const runId = await ask({ url, headers }, question)
    const isAnswered = (event: string, data: unknown) =>
      event === 'call.started' && (data as { stage: string }).stage === 'review'
    const { frames } = await watch(`${url}/api/v1/runs/${runId}/events`, headers, isAnswered)
    const leftAt = nowMs()
    await fetch(`${url}/api/v1/runs/${runId}/cancel`, { method: 'POST', headers })
    return { tag, leftAt, growths: growthsOf(frames).filter(({ stage }) => stage === 'first_opinions') }
  }
}

/** The same four streams through the raw copy, each on a connection of its own. */
export function viewingRaw(url: string): Viewing {
  return async (question, tag) => {
    const growths = await Promise.all(MODELS.slice(0, 4).map((model) => copied(url, model, question)))
    return { tag, leftAt: nowMs(), growths }
  }
}

function copied(url: string, model: string, question: string): Promise<Growth> {
  const growth: Growth = { stage: 'first_opinions', seat: model, model, points: [], text: '' }
  const body = JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: question }] })
  return new Promise((resolve, reject) => {
    const req = http.request(url, { method: 'POST', agent: false }, (res) => {
      let at = 0
      const parser = createParser({
        onEvent({ data }) {
          if (data === '[DONE]') return
          const { choices } = JSON.parse(data) as { choices: { delta: { content?: string } }[] }
          growth.text += choices[0]?.delta.content ?? ''
          growth.points.push({ at, chars: growth.text.length })
        },
      })
      res.setEncoding('utf8')
      res.on('data', (text: string) => {
        at = nowMs()
        parser.feed(text)
      })
      res.on('end', () => resolve(growth))
      res.on('error', reject)
    })
    req.on('error', reject)
    req.end(body)
  })
}
