import type { Actor, Ctx, Ports } from '../services/context.ts'

/** What the API needs from the container: the product's ports, and how callers prove who they are. */
export type ApiPorts = Ports & {
  secrets: { cookieKey: string }
  /** Public address of the installation without a trailing slash; null keeps every link relative. */
  appUrl: string | null
  /** The operator's bearer token; null when none is set. */
  apiToken: string | null
}

/** One request on its way through the API. */
export type Exchange = { request: Request; ports: ApiPorts; requestId: string }

/** What procedures get: the verb context is made from `ports` and `actor`. */
export type ApiContext = {
  ports: ApiPorts
  /** Null only in public procedures. */
  actor: Actor | null
  /** The OpenAPI document of the whole API. */
  describe: () => Promise<Record<string, unknown>>
  /** Whether the caller would rather have events than JSON. */
  wantsEvents: boolean
  /** Filled by a procedure that answers with the events of a run instead of with what it returns. */
  follow: { run: { id: string; location: string } | null }
  /** What a procedure threw, kept whole for the error mapper. */
  failure: { error: unknown } | null
}

/** The context of a verb that needs to know who acts. */
export function verbContext(ports: ApiPorts, actor: Actor): Ctx {
  return { ...ports, actor }
}
