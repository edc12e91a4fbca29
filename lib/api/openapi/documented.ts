import type { OpenAPI } from '@orpc/openapi'
import type { ErrorCode } from '../../core/kernel/errors.ts'
import { ERROR_TABLE } from '../../core/kernel/errors.ts'
import { HEADER_NAMES } from '../header-names.ts'

type Operation = OpenAPI.OperationObject
type Response = OpenAPI.ResponseObject
type Parameter = OpenAPI.ParameterObject | OpenAPI.ReferenceObject

/** Examples of one operation: its body, its answers by status, and the codes it can fail with. */
export type Documented = {
  /** Example body; an operation with one can also fail in all the ways a body can be wrong. */
  request?: unknown
  success: Record<number, unknown>
  errors: ErrorCode[]
  isPublic?: boolean
}

const BODY_ERRORS = ['MALFORMED_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const

const SUCCESS: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted: the run is under way.',
}

/** Completes an operation that oRPC generated with examples, errors and the ways to authenticate. */
export function documented({ request, success, errors, isPublic = false }: Documented) {
  const all: ErrorCode[] = [
    ...(isPublic ? [] : (['UNAUTHENTICATED'] as const)),
    ...(request === undefined ? [] : BODY_ERRORS),
    ...errors,
  ]
  return (operation: Operation): Operation => ({
    ...operation,
    ...(operation.parameters ? { parameters: operation.parameters.map(tidyParameter) } : {}),
    security: isPublic ? [] : [{ bearer: [] }, { guest: [] }],
    ...(request === undefined
      ? {}
      : { requestBody: withExample(operation.requestBody as OpenAPI.RequestBodyObject, request) }),
    responses: {
      ...successResponses(operation, success),
      ...errorResponses(all),
    },
  })
}

/** Empty and reserved characters are what oRPC could read, not what we mean. */
function tidyParameter(parameter: Parameter): Parameter {
  if ('$ref' in parameter) return parameter
  const { allowEmptyValue: _empty, allowReserved: _reserved, ...rest } = parameter
  return { ...rest, name: HEADER_NAMES[rest.name] ?? rest.name }
}

function successResponses(operation: Operation, examples: Record<number, unknown>) {
  return Object.fromEntries(
    Object.entries(examples).map(([status, example]) => {
      const response = (operation.responses?.[status] ?? {}) as Response
      return [status, { ...withExample(response, example), description: SUCCESS[Number(status)] ?? '' }]
    }),
  )
}

function withExample<T extends { content?: Record<string, OpenAPI.MediaTypeObject> }>(holder: T, example: unknown): T {
  const json = holder.content?.['application/json'] ?? {}
  return { ...holder, content: { 'application/json': { ...json, example } } }
}

/** One response per status; a status can stand for several codes. INTERNAL can happen anywhere. */
export function errorResponses(codes: ErrorCode[]): Record<string, Response> {
  const byStatus = Map.groupBy([...codes, 'INTERNAL' as const], (code) => String(ERROR_TABLE[code].status))
  return Object.fromEntries([...byStatus].map(([status, group]) => [status, errorResponse(group)]))
}

function errorResponse(codes: ErrorCode[]): Response {
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]))
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_TABLE[code].message}`).join(' '),
    headers: { 'x-request-id': { $ref: '#/components/headers/RequestId' } },
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' }, examples },
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  }
}

/** The same operation, which can also answer 200 with a stream of events. */
export function withEvents(complete: (operation: Operation) => Operation) {
  return (operation: Operation): Operation => {
    const { responses, ...rest } = complete(operation)
    const ok = responses?.[200] as Response
    const events = {
      schema: { type: 'string' as const },
      example: 'id: 1-1\nevent: run.snapshot\ndata: {"id":"run_…"}\n\n',
    }
    return {
      ...rest,
      responses: { ...responses, 200: { ...ok, content: { ...ok.content, 'text/event-stream': events } } },
    }
  }
}
