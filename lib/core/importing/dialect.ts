import { isObject } from '../council/ballot-json.ts'
import type { Field } from './fields.ts'
import type { Dialect } from './types.ts'

type FileBased = Exclude<Dialect, 'llm-council'>

/** The dialect of a file-based conversation, by the first trait that only one of them has. It is told, never relied on. */
export function dialectOf(file: Field, messages: readonly Field[]): FileBased {
  const reviews = messages.flatMap(({ value }) => (Array.isArray(value.stage2) ? value.stage2 : [])).filter(isObject)
  const has = (key: string) => messages.some(({ value }) => Object.hasOwn(value, key))
  const traits: [FileBased, boolean][] = [
    [
      'shreemulay',
      Object.hasOwn(file.value, 'active_models') || reviews.some((review) => isObject(review.label_to_model)),
    ],
    ['amiable', messages.some(hasIndexedLabels) || reviews.some((review) => isObject(review.parsed_ranking))],
    ['axcouncil', has('label_to_model') || has('aggregate_rankings')],
    ['dmitrybmsk', DMITRY.some((key) => Object.hasOwn(file.value, key))],
    ['jacob-bd', has('metadata') || has('error')],
    ['jonathanteper', has('timestamp')],
  ]
  return traits.find(([, isIt]) => isIt)?.[0] ?? 'original'
}

const DMITRY = ['models', 'chairman', 'username', 'execution_mode', 'router_type']

function hasIndexedLabels({ value }: Field): boolean {
  const metadata = isObject(value.metadata) ? value.metadata : {}
  const map = value.label_to_model ?? metadata.label_to_model
  return isObject(map) && Object.values(map).some((entry) => isObject(entry) && 'display_index' in entry)
}
