import { useTranslations } from 'use-intl/react'
import { limitsOfModel } from '@/lib/core/council/patience.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import type { Consensus, FailureReason, QualityReason, RunLimits, SeatId } from '@/lib/core/council/types.ts'
import { useFigures } from '../language/figures.ts'

const SURE_BELOW = 0.05

type Run = Pick<RunState, 'plan' | 'answer'>

/**
 * What core says in English of its closed codes, in the reader's language: failures, reasons of quality, agreement. A test
 * holds the English ones to core's.
 */
export function useSentences() {
  const failures = useTranslations('failures')
  const quality = useTranslations('quality')
  const consensus = useTranslations('consensus')
  const skipped = useTranslations('skipped')
  const figures = useFigures()

  function failureSentence(reason: FailureReason, who: string, limits: RunLimits): string {
    const time = figures.wholeSeconds(limits[LIMIT[reason] ?? 'idleMs'])
    return failures(reason, { who, time, chars: figures.plain(limits.answerChars) })
  }

  function qualitySentence(reason: QualityReason, { plan, answer }: Run): string {
    const nameOf = (id: SeatId) => plan.seats.find((seat) => seat.id === id)?.name ?? id
    const id = 'seat' in reason ? reason.seat : plan.chairman
    const who = nameOf(id)
    const limits = limitsOfModel(plan.limits, plan.seats.find((seat) => seat.id === id)?.model ?? '')
    const failure = 'reason' in reason ? failureSentence(reason.reason, who, limits) : ''
    const standIn = 'name' in reason ? reason.name : ''
    const count = 'turns' in reason ? reason.turns : 0
    const hasStandIn = reason.code === 'chairman_failed' && answer?.lastResort === true
    return quality(hasStandIn ? 'chairman_failed_stand_in' : reason.code, { who, failure, standIn, count })
  }

  function consensusSentence({ band, judges, p }: Consensus): string {
    const given = { band: consensus(`bands.${band}`), count: judges }
    if (band === 'too_few' || band === 'none') return consensus('plain', given)
    if (p === null || p >= SURE_BELOW) return consensus('unsure', given)
    const tiny = `< ${figures.fixed(0.001, 3)}`
    return consensus('sure', { ...given, p: p < 0.001 ? tiny : `= ${figures.fixed(p, p < 0.01 ? 3 : 2)}` })
  }

  const skippedSentence = (why: NonNullable<RunState['reviewSkipped']>) => skipped(why)

  return { failureSentence, qualitySentence, consensusSentence, skippedSentence }
}

/** The limit that a failure of time ran into. */
const LIMIT: Partial<Record<FailureReason, 'firstTokenMs' | 'idleMs'>> = {
  first_token_timeout: 'firstTokenMs',
  idle_timeout: 'idleMs',
}
