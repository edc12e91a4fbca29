import { DEFAULT_PRESET, PRESETS, seatCouncil } from '../../core/council/presets.ts'
import type { ModelId } from '../../core/council/types.ts'
import type { Ports } from '../context.ts'
import { presetCandidates } from './council.ts'

/** The model that chairs the default council now. */
export function defaultChairman({ models }: Pick<Ports, 'models'>): ModelId {
  const { seats, chairman } = seatCouncil(PRESETS[DEFAULT_PRESET], presetCandidates(models))
  return seats.find((seat) => seat.id === chairman)?.model ?? ''
}
