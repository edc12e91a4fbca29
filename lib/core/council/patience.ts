import type { RunState } from './state.ts'
import type { ModelId, RunLimits, StageId } from './types.ts'

/** Models that think before they write, by what their makers call them; a catalogue that said it would be asked instead. */
const REASONING =
  /\b(o[134](-mini|-pro|-deep-research)?|gpt-5(?!.*chat)|gemini-[23](\.\d+)?-pro|grok-(4|3-mini)|deepseek-(r\d|reasoner)|qwq|qvq|magistral|glm-4\.[5-9]|kimi-k2-thinking|minimax-m\d|gpt-oss)\b|thinking|reasoning|reasoner/i
const NOT_REASONING = /non-reasoning|no-?think|instruct/i

/** The limits as they count for one model: one that thinks first may be silent for longer. */
export function limitsOfModel(limits: RunLimits, model: ModelId): RunLimits {
  const { reasoningFirstTokenMs: longer } = limits
  return longer === undefined || !isReasoning(model) ? limits : { ...limits, firstTokenMs: longer }
}

/** The limits of a call that starts at `now` (Unix milliseconds): also never beyond the end of its stage. */
export function limitsOfCall(state: RunState, call: { stage: StageId; model: ModelId }, now: number): RunLimits {
  const limits = limitsOfModel(state.plan.limits, call.model)
  const left = Math.max(1, stageEnd(state, call.stage) - now)
  return left >= limits.callMs ? limits : { ...limits, callMs: left }
}

/** When a stage has to be over, in Unix milliseconds; infinite where its time is not limited. */
export function stageEnd({ plan, stages, patienceFrom }: RunState, stage: StageId): number {
  const { stageMs } = plan.limits
  const startedAt = stages[stage].startedAt
  if (stageMs === undefined || startedAt === null) return Number.POSITIVE_INFINITY
  return Math.max(startedAt, patienceFrom ?? 0) + stageMs
}

function isReasoning(model: ModelId): boolean {
  return REASONING.test(model) && !NOT_REASONING.test(model)
}
