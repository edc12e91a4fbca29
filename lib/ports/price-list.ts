import type { PriceSource, RawPrice } from '../core/pricing/price.ts'
import type { ModelFacts, OfferedModel, RefreshFailure } from './catalogue.ts'

/** What a list says of one model, its price as it stands there. */
export type ListedModel = Omit<ModelFacts, 'price'> & { price: RawPrice }

/** Why a list could not be read. Carries nothing that came from outside. */
export class PriceListError extends Error {
  readonly failure: RefreshFailure

  constructor(failure: RefreshFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'PriceListError'
    this.failure = failure
  }
}

/** A list of what models cost, shipped or on the network. */
export interface PriceList {
  readonly source: PriceSource
  /** What it knows of these models at that time; who is not in it is left out. Rejects with PriceListError. */
  look(models: readonly OfferedModel[], options: { at: number; signal: AbortSignal }): Promise<ListedModel[]>
}
