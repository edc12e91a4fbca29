import type { ServerResponse } from 'node:http'
import type { Fault, Physics } from './physics.ts'

const MESSAGES: Record<string, { type: string; code: string | null; message: string }> = {
  400: { type: 'invalid_request_error', code: null, message: 'Bad request.' },
  401: { type: 'authentication_error', code: 'invalid_api_key', message: 'Incorrect API key provided: sk-echo-***.' },
  402: { type: 'billing_error', code: null, message: 'Insufficient credits.' },
  403: { type: 'permission_error', code: null, message: 'Your key is not allowed to do this.' },
  404: { type: 'not_found_error', code: 'model_not_found', message: 'The model does not exist.' },
  408: { type: 'timeout', code: null, message: 'Timed out.' },
  413: { type: 'invalid_request_error', code: null, message: 'Request too large.' },
  429: { type: 'rate_limit_error', code: 'rate_limit_exceeded', message: 'Slow down.' },
  500: { type: 'server_error', code: null, message: 'The server had an error.' },
  502: { type: 'server_error', code: null, message: 'Bad gateway.' },
  503: { type: 'server_error', code: null, message: 'Overloaded.' },
}

/** Faults that answer instead of a stream; null when the fault (if any) happens later. The status sent. */
export function answerWithFault(res: ServerResponse, physics: Physics): number | null {
  const { fault } = physics
  if (fault === null) return null
  if (MESSAGES[fault]) return sendError(res, Number(fault), MESSAGES[fault], physics.retryAfter)
  if (fault === 'context') {
    const message = "This model's maximum context length is 8192 tokens."
    return sendError(res, 400, { type: 'invalid_request_error', code: 'context_length_exceeded', message }, null)
  }
  if (fault === 'no-schema') {
    const message = "'response_format' of type 'json_schema' is not supported by this model."
    return sendError(res, 400, { type: 'invalid_request_error', code: null, message }, null)
  }
  if (fault === 'malformed-200') {
    res.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to the guest network</body></html>')
    return 200
  }
  return null
}

/** Faults that show nothing, not even headers, until the client gives up. */
export function isHanging(fault: Fault | null): boolean {
  return fault === 'hang'
}

/** Faults whose stream has no text at all, whatever `at` says. */
export function isTextless(fault: Fault | null): boolean {
  return fault === 'empty' || fault === 'null-content' || fault === 'refusal'
}

function sendError(
  res: ServerResponse,
  status: number,
  error: { type: string; code: string | null; message: string },
  retryAfter: string | null,
): number {
  const headers = { 'content-type': 'application/json', ...(retryAfter !== null && { 'retry-after': retryAfter }) }
  res.writeHead(status, headers).end(JSON.stringify({ error: { ...error, param: null } }))
  return status
}
