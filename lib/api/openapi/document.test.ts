import { describe, expect, it } from 'vitest'
import { ERROR_TABLE } from '../../core/kernel/errors.ts'
import { describeApi } from './document.ts'
import { errorSchema } from './error.schema.ts'

const document = JSON.parse(JSON.stringify(await describeApi('1.2.3')))
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
    .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
)

type Media = { schema?: unknown; example?: unknown; examples?: Record<string, { $ref: string }> }
type Operation = {
  operationId?: string
  summary?: string
  security?: unknown[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string; content: Record<string, Media> }>
}

function refs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refs(inner)))
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 of this version', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info.version).toBe('1.2.3')
  })

  it('points only at things that are in it', () => {
    for (const ref of refs(document)) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<Record<string, never> | undefined>((at, key) => at?.[key], document)
      expect(found, ref).toBeDefined()
    }
  })

  it('shows one example for every error code, in the error body', () => {
    expect(Object.keys(document.components.examples)).toEqual(Object.keys(ERROR_TABLE))
    for (const example of Object.values<{ value: unknown }>(document.components.examples)) {
      expect(() => errorSchema.parse(example.value)).not.toThrow()
    }
  })

  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain(undefined)
  })
})

describe.each(operations)('$name', ({ operation }) => {
  const byStatus = Object.entries(operation.responses)

  it('says what it does, who may call it, and shows a success', () => {
    expect(operation.summary).toBeTruthy()
    expect(operation.security).toBeDefined()
    const successes = byStatus.filter(([status]) => status < '300')
    expect(successes.length).toBeGreaterThan(0)
    for (const [, { content }] of successes) expect(Object.values(content)[0]?.example).toBeDefined()
  })

  it('shows an example of every error it names', () => {
    for (const [status, { content }] of byStatus.filter(([status]) => status >= '400' && status !== '503')) {
      expect(Object.keys(content['application/json']?.examples ?? {}), status).not.toHaveLength(0)
    }
  })

  it('shows an example of its body where it takes one', () => {
    for (const media of Object.values(operation.requestBody?.content ?? {})) expect(media.schema).toBeDefined()
  })
})
