import 'server-only'

/** Statuses whose bodies may speak of a context that is too long; a rate limit counts tokens as well. */
const CONTEXT_STATUSES: readonly (number | undefined)[] = [undefined, 400, 413, 422, 500]

/**
 * OpenAI and those who copy its words (vLLM, OpenRouter, Azure), Anthropic ("prompt is too long"), Gemini ("input token count
 * exceeds"), Bedrock ("Input is too long"), Ollama and llama.cpp ("context size"), Groq and xAI ("maximum prompt length").
 */
const CONTEXT =
  /context.?length|maximum context|context (window|limit|size)|too many (input )?tokens|(prompt|input|request).{0,60} is too long|input token count|input length .{0,40}exceed|maximum (prompt|model|input) length|exceed.{0,40}(maximum|max|limit|number) .{0,20}(input )?tokens|reduce the length of the (messages|input|prompt)/is

const REFUSAL = /content_filter|content_policy|responsible_?ai|moderation|flagged|usage polic|safety (filter|system)/i

const UNKNOWN_MODEL =
  /model.{0,80}(not (be )?found|not valid|does not exist|unknown|identifier is invalid|has been (deprecated|retired)|end of (its )?life|no longer available)|model_?not_?found|deployment_?not_?found|not a valid model|no endpoints found|unknown model|invalid model/is

const NO_KEY =
  /api[_ ]?key not valid|api_key_invalid|invalid[_ ]api[_ ]?key|incorrect api key|unrecognizedclient|security token/i

const NO_CREDIT = /credit balance|insufficient (credit|funds|balance)|payment required|billing_(error|not_active)/i

const QUOTA_SPENT =
  /insufficient_quota|billing|exceeded your current quota, please check your plan|monthly (usage|spend)/i

/** Whether a refusal says that the request is longer than the model can read. */
export function isContextOverflow(status: number | undefined, body: string): boolean {
  return status === 413 || (CONTEXT_STATUSES.includes(status) && CONTEXT.test(body))
}

/** Whether the provider would not have this answered. */
export function isRefusal(status: number | undefined, body: string): boolean {
  return (status === undefined || status === 400 || status === 403) && REFUSAL.test(body)
}

/** Whether the model is not (any more) there. */
export function isUnknownModel(status: number | undefined, body: string): boolean {
  return (status === undefined || status === 404 || status === 400 || status === 410) && UNKNOWN_MODEL.test(body)
}

/** Whether a status other than 401 means the key. */
export function isKeyRefused(status: number | undefined, body: string): boolean {
  return (status === undefined || status === 400 || status === 403) && NO_KEY.test(body)
}

/** Whether the account has no credit. */
export function isWithoutCredit(status: number | undefined, body: string): boolean {
  return status === 402 || ((status === undefined || status === 400 || status === 403) && NO_CREDIT.test(body))
}

/** Whether a 429 is of a quota that no waiting brings back. */
export function isQuotaSpent(body: string): boolean {
  return QUOTA_SPENT.test(body)
}

/** Error objects inside a 200 often carry words instead of a status. */
export function statusOfWords(body: string): number | undefined {
  if (/rate.?limit|too.?many.?requests|insufficient_quota|resource_exhausted|throttl/i.test(body)) return 429
  if (/invalid_api_key|authentication|unauthorized|unauthenticated/i.test(body)) return 401
  if (/permission/i.test(body)) return 403
  if (/server_error|overloaded|internal|timeout|unavailable|modelstreamerror/i.test(body)) return 500
  return undefined
}
