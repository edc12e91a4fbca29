import { describe, expect, it } from 'vitest'
import { seatChoice, settleChoice } from './choice.ts'
import { withFallbacks } from './fallbacks.ts'
import { type Candidate, seatSingle } from './presets.ts'

const model = (id: string, patch: Partial<Candidate> = {}): Candidate => ({ id, name: id, demo: false, ...patch })

/** The fallbacks of every seat of a council of these members under this chairman. */
function fallbacks(members: string[], chairman: string, models: Candidate[]) {
  const seating = seatChoice('custom', settleChoice({ members, chairman }), models)
  return withFallbacks(seating, models).map((seat) => (seat.fallbacks ?? []).map((fallback) => fallback.model))
}

describe('who may take over a seat', () => {
  it('is somebody of another provider first, then another model of the same', () => {
    const models = ['a/1', 'a/2', 'a/3', 'b/1'].map((id) => model(id))
    expect(fallbacks(['a/1', 'a/2'], 'a/2', models)[0]).toEqual(['b/1', 'a/3'])
  })

  it('is of the same family before any other, then of a near price', () => {
    const models = [
      model('a/1', { family: 'f', outputUsdPerMillion: 10 }),
      model('b/dear', { outputUsdPerMillion: 80 }),
      model('b/near', { outputUsdPerMillion: 9 }),
      model('b/kin', { family: 'f', outputUsdPerMillion: 70 }),
    ]
    expect(fallbacks(['a/1'], 'a/1', models)[0]).toEqual(['b/kin', 'b/near'])
  })

  it('sits as a member already only where nobody else is there', () => {
    const models = ['a/1', 'a/2', 'a/3', 'a/4'].map((id) => model(id))
    expect(fallbacks(['a/1', 'a/2', 'a/3'], 'a/4', models)[0]).toEqual(['a/4'])
    expect(fallbacks(['a/1', 'a/2'], 'a/2', models.slice(0, 2))[0]).toEqual(['a/2'])
  })

  it('is for the chair who can chair, the dearest first', () => {
    const models = [
      model('a/1', { outputUsdPerMillion: 5 }),
      model('a/2', { outputUsdPerMillion: 90, chairmanCapable: false }),
      model('b/1', { outputUsdPerMillion: 15 }),
      model('b/2'),
    ]
    expect(fallbacks(['a/1'], 'b/1', models).at(-1)).toEqual(['a/1', 'b/2'])
  })

  it('is never an offline model for a real one, nor the other way round', () => {
    const models = [model('a/1'), model('demo/1', { demo: true }), model('demo/2', { demo: true })]
    expect(fallbacks(['a/1', 'demo/1'], 'a/1', models)).toEqual([[], [], []])
  })

  it('keeps a question on the machines that it was meant for', () => {
    const models = [model('a/1'), model('b/1'), model('ollama/1', { local: true }), model('ollama/2', { local: true })]
    expect(fallbacks(['ollama/1', 'a/1'], 'a/1', models)).toEqual([['ollama/2'], ['b/1'], ['b/1']])
  })

  it('reads more than the seat’s own model where anybody does', () => {
    const models = [
      model('a/1', { contextTokens: 16_000 }),
      model('b/1', { contextTokens: 8_000 }),
      model('b/2', { contextTokens: 8_000 }),
      model('a/2', { contextTokens: 64_000 }),
    ]
    expect(fallbacks(['a/1'], 'a/1', models)[0]).toEqual(['b/1', 'b/2', 'a/2'])
  })

  it('is there for a single model too, and nobody for one that is gone', () => {
    const models = [model('a/1'), model('b/1')]
    const seats = withFallbacks(seatSingle(models[0]!), models)
    expect(seats[0]?.fallbacks?.map((it) => it.model)).toEqual(['b/1'])
    expect(withFallbacks(seatSingle(model('gone/1')), models)[0]).not.toHaveProperty('fallbacks')
  })

  it('is chosen anew for a sibling: what an earlier plan said is forgotten', () => {
    const models = [model('a/1'), model('b/1')]
    const seating = seatSingle(models[0]!)
    const stale = { ...seating, seats: withFallbacks(seating, models) }
    expect(withFallbacks(stale, models.slice(0, 1))[0]).toEqual({ id: 's1', model: 'a/1', name: 'a/1', demo: false })
  })
})
