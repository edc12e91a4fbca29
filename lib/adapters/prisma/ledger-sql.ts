import 'server-only'

/** What changes of a ledger's row when its call ends, in the order of `charge`. */
export const CHARGED = [
  'provider',
  'model',
  'status',
  'reason',
  'input_tokens',
  'output_tokens',
  'cached_tokens',
  'reasoning_tokens',
  'price_source',
  'price_input',
  'price_output',
  'price_cached',
  'cost_status',
  'pico_usd',
  'is_estimated',
  'first_token_ms',
  'ended_at',
]

/** The values of those columns, over a call with `model`, `status`, `reason`, `usage`, `cost` and `ended_at`. */
export function charge({
  isOpen,
  price,
  firstTokenMs,
}: {
  isOpen: string
  price: string
  firstTokenMs: string
}): string {
  const tokens = (field: string) => `(usage ->> '${field}')::numeric::bigint`
  const rate = (field: string) => `(${price} ->> '${field}')::float8`
  return `split_part(model, '/', 1), model,
    case when ${isOpen} then 'open' when reason = 'abandoned' then 'abandoned' else status end, reason,
    ${tokens('inputTokens')}, ${tokens('outputTokens')}, ${tokens('cachedInputTokens')}, ${tokens('reasoningTokens')},
    ${price} ->> 'source', ${rate('input')}, ${rate('output')}, ${rate('cachedInput')},
    cost ->> 'status', (cost ->> 'picoUsd')::bigint, coalesce((cost ->> 'estimated')::bool, false),
    round(${firstTokenMs})::int, ended_at`
}
