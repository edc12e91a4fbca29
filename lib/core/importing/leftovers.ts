import { isObject } from '../council/ballot-json.ts'
import { type Field, leftOf } from './fields.ts'
import type { Dialect } from './types.ts'

/** Fields that the rows of a conversation hold whole. */
const HELD = {
  file: ['id', 'created_at', 'title', 'messages'],
  user: ['role', 'content'],
  council: ['role', 'stage1', 'stage2', 'stage3'],
  plain: ['role', 'content', 'stage1', 'stage2', 'stage3'],
  stage1: ['model', 'response'],
  stage2: ['model', 'ranking'],
  stage3: ['model', 'response'],
}

/** Fields that we kept raw yet understood: read, or recomputed from what was read. */
const UNDERSTOOD =
  /(^|\.)(label_to_model|aggregate_rankings|parsed_ranking|error|error_message|timestamp|content|chairman|model|response)(\.|$)/

const NAMED_MAX = 50

/** What no row holds, by where it stood, and the names of what of it means nothing to us. */
export function leftoversOf(file: Field, messages: readonly Field[], dialect: Dialect) {
  const kept = messages.flatMap((message, at) => {
    const rest = leftOfMessage(message)
    return rest === null ? [] : [{ at, ...rest }]
  })
  const conversation = leftOf(file, HELD.file)
  const raw = conversation === null && kept.length === 0 ? null : { dialect, conversation, messages: kept }
  const names = new Set([
    ...namesIn(conversation),
    ...kept.flatMap(({ at: _at, ...rest }) => namesIn(rest).map((name) => `messages[].${name}`)),
  ])
  return { raw, notUnderstood: [...names].filter((name) => !UNDERSTOOD.test(name)).slice(0, NAMED_MAX) }
}

function leftOfMessage(message: Field): Record<string, unknown> | null {
  const { role } = message.value
  if (role === 'user') return leftOf(message, HELD.user)
  if (role !== 'assistant') return message.value
  const stages = STAGE_KEYS.flatMap((key) => {
    const rest = leftOfStage(message.value[key], key)
    return rest === null ? [] : [[key, rest] as const]
  })
  const hasStages = STAGE_KEYS.some((key) => key !== 'stage3' && !isEmpty(message.value[key]))
  const rest = leftOf(message, hasStages ? HELD.council : HELD.plain)
  return rest === null && stages.length === 0 ? null : { ...rest, ...Object.fromEntries(stages) }
}

const STAGE_KEYS = ['stage1', 'stage2', 'stage3'] as const

function leftOfStage(stage: unknown, key: (typeof STAGE_KEYS)[number]): unknown {
  if (isObject(stage)) return leftOfEntry(stage, key)
  if (!Array.isArray(stage)) return null
  const rest = stage.flatMap((entry, at) => {
    const left = isObject(entry) ? leftOfEntry(entry, key) : null
    return left === null ? [] : [{ at, ...left }]
  })
  return rest.length === 0 ? null : rest
}

/** Of an entry that failed nothing is held: what it says instead of an answer is kept here. */
function leftOfEntry(value: Record<string, unknown>, key: (typeof STAGE_KEYS)[number]) {
  const hasFailed = value.model === 'error' || Boolean(value.error) || Boolean(value.error_message)
  return leftOf({ value, path: '' }, hasFailed ? [] : HELD[key])
}

function isEmpty(stage: unknown): boolean {
  return stage == null || (Array.isArray(stage) && stage.length === 0)
}

/** The dotted names of fields, two levels deep; entries of a list share one name. */
function namesIn(value: unknown, depth = 0): string[] {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'at') return []
    const isList = Array.isArray(inner)
    const name = isList ? `${key}[]` : key
    const children =
      depth >= 2 ? [] : isList ? inner.flatMap((entry) => namesIn(entry, depth + 1)) : namesIn(inner, depth + 1)
    return children.length === 0 ? [key] : [...new Set(children)].map((child) => `${name}.${child}`)
  })
}
