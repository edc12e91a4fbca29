import { seatChoice, settleChoice } from '@/lib/core/council/choice.ts'
import { offeredPresets, seatCouncil } from '@/lib/core/council/presets.ts'
import type { CouncilChoice, ModelChoice, Offer, Typical } from './choices.ts'

const FREE: Typical = { durationMs: 9_000, cost: { status: 'free', picoUsd: '0', estimated: false } }

const MODELS: ModelChoice[] = ['Archivist', 'Skeptic', 'Teacher', 'Analyst', 'Editor'].map((name) => ({
  ...{ id: `demo/${name.toLowerCase()}`, name, description: `${name} answers.`, demo: true },
  ...{ inputUsdPerMillion: 0, outputUsdPerMillion: 0, typical: FREE },
}))

/** What a fresh installation offers. */
export const OFFER: Offer = {
  models: MODELS,
  councils: offeredPresets(MODELS).map((preset) => {
    const { seats, members, reviewers, chairman } = seatCouncil(preset, MODELS)
    const { id, name, description } = preset
    return {
      ...{
        id,
        kind: 'preset' as const,
        name,
        description,
        seats,
        members,
        reviewers,
        chairman,
        voting: 'rank_and_score' as const,
      },
      ...{ missing: [], typical: FREE, version: null },
    }
  }),
}

/** The standard preset as it is offered where cheap models review in seats of their own. */
export function withReviewersApart(council: CouncilChoice): CouncilChoice {
  const judges = ['Elm', 'Fir'].map((name, i) => {
    return { id: `s${council.seats.length + 1 + i}`, model: `x/${name.toLowerCase()}`, name, demo: false }
  })
  return { ...council, seats: [...council.seats, ...judges], reviewers: judges.map(({ id }) => id) }
}

/** A council of one's own. */
export function ownCouncil(changes: Partial<CouncilChoice> = {}): CouncilChoice {
  const choice = settleChoice({ members: ['demo/skeptic', 'demo/teacher'], chairman: 'demo/editor', voting: 'none' })
  const { seats, members, reviewers, chairman } = seatChoice('cou_1', choice, MODELS)
  return {
    ...{
      id: 'cou_1',
      kind: 'own',
      name: 'Plain',
      description: 'Two answer.',
      seats,
      members,
      reviewers,
      chairman,
      voting: 'none',
    },
    ...{ missing: [], typical: FREE, version: 3, ...changes },
  }
}
