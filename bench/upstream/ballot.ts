const CRITERIA = ['accuracy', 'completeness', 'reasoning', 'clarity']

/** The labels a ballot must speak of: the enum in its JSON schema, else the example
 * that ends the prompt; null when none is asked. */
export function labelsWanted(schema: unknown, prompt: string): string[] | null {
  const fromSchema = firstEnum(schema)
  if (fromSchema) return fromSchema
  const example = /"ranking":(\[(?:"[^"]+",?)+\])\}\s*$/.exec(prompt)?.[1]
  return example ? (JSON.parse(example) as string[]) : null
}

/**
 * A valid ballot of about `tokens` tokens of four characters. `turn` rotates the order, so that judges differ; scores follow
 * the order, so that a ballot never contradicts itself.
 */
export function ballotOf(labels: string[], tokens: number, turn: number): string {
  const by = turn % labels.length
  const ranking = [...labels.slice(by), ...labels.slice(0, by)]
  const reviews = labels.map((label) => {
    const score = Math.max(1, 5 - ranking.indexOf(label))
    return {
      label,
      ...Object.fromEntries(CRITERIA.map((name) => [name, score])),
      comment: `Decides by place ${label}.`,
    }
  })
  const bare = JSON.stringify({ reviews, ranking })
  const missing = Math.max(0, tokens * 4 - bare.length)
  const padding = ' It is clear and to the point.'.repeat(Math.ceil(missing / 30 / labels.length))
  for (const review of reviews) review.comment += padding.slice(0, Math.floor(missing / labels.length))
  return JSON.stringify({ reviews, ranking })
}

function firstEnum(schema: unknown): string[] | null {
  if (typeof schema !== 'object' || schema === null) return null
  const own = (schema as { enum?: unknown }).enum
  if (Array.isArray(own) && own.every((value) => typeof value === 'string')) return own
  for (const value of Object.values(schema)) {
    const found = firstEnum(value)
    if (found) return found
  }
  return null
}
