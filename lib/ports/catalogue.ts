import type { StaleReason } from '../core/models/stale.ts'
import type { PriceSource, PriceTag } from '../core/pricing/price.ts'

/** A model as a provider offers it here. Null and empty: it does not say. */
export type OfferedModel = {
  id: string
  provider: string
  name: string
  family: string | null
  contextTokens: number | null
}

/** What one source says of a model beside its price; null and absent where it says nothing. */
export type ModelFacts = {
  id: string
  price: PriceTag | null
  family?: string | null
  contextTokens?: number | null
  inputModalities?: string[] | null
  outputModalities?: string[] | null
  /** Whether the source, being its provider's own and whole list, names it; absent where the source cannot tell. */
  isListed?: boolean
}

export type CataloguePrice = PriceTag & {
  source: PriceSource
  /** When the source's price became this one here, and when it last said so; Unix milliseconds. */
  effectiveFrom: number
  notedAt: number
}

/** A row of the catalogue. */
export type CatalogueModel = OfferedModel & {
  /** Empty where unknown. */
  inputModalities: string[]
  outputModalities: string[]
  /** The price that counts; null where no source knows one. */
  price: CataloguePrice | null
  defaultMaxTokens: number | null
  defaultTemperature: number | null
  isActive: boolean
  /** Null where nobody has said it. */
  isChairmanCapable: boolean | null
  requests: number
  errors: number
  /** Means over requests that ended well, with how many those are; null without any. */
  latency: { meanMs: number; count: number } | null
  firstToken: { meanMs: number; count: number } | null
  firstSeenAt: number
  lastSeenAt: number
  /** Since when it is not to be had any more, and how that is known; both null while it is. */
  staleSince: number | null
  staleReason: StaleReason | null
}

/** The last time a source of prices was asked. */
export type RefreshState = {
  source: PriceSource
  triedAt: number
  /** Null while it has never worked. */
  refreshedAt: number | null
  failure: RefreshFailure | null
}

export type RefreshFailure = 'unreachable' | 'unreadable'

/** What an operator decides of a model; absent fields stay. A null price takes the operator's own back. */
export type ModelEdit = {
  price?: PriceTag | null | undefined
  isActive?: boolean | undefined
  isChairmanCapable?: boolean | null | undefined
  defaultMaxTokens?: number | null | undefined
  defaultTemperature?: number | null | undefined
}

/** How the requests to one model went since the last time: sums and counts. */
export type ModelCount = {
  id: string
  requests: number
  errors: number
  latencyMs: number
  latencyCount: number
  firstTokenMs: number
  firstTokenCount: number
}

/** The models this installation has known, whoever asks. Nothing in it is a tenant's. */
export interface Catalogue {
  /** All of it, by id, and when each source was last asked. */
  read(): Promise<{ models: CatalogueModel[]; refreshes: RefreshState[] }>
  /** Says what is offered now: new ones get a row, and what is not among them is stale from now on. */
  offer(models: readonly OfferedModel[], at: number): Promise<void>
  /**
   * Keeps what a source says of models that have a row. What it does not say stays; a price it no longer gives as well. A
   * model that it says it does not list is stale from the first time on, until it is listed again.
   */
  note(source: PriceSource, facts: readonly ModelFacts[], at: number): Promise<void>
  /** Remembers that a source was asked; `failure` null: it answered. */
  asked(source: PriceSource, failure: RefreshFailure | null, at: number): Promise<void>
  /** False where there is no such model. */
  edit(id: string, edit: ModelEdit, at: number): Promise<boolean>
  /** Adds to the figures of models that have a row. */
  count(counts: readonly ModelCount[]): Promise<void>
}
