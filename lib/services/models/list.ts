import { AppError } from '../../core/kernel/errors.ts'
import type { CatalogueModel, RefreshState } from '../../ports/catalogue.ts'
import type { ModelInfo } from '../../ports/models.ts'
import type { Ports } from '../context.ts'

/** A model with what the catalogue knows of it, and as it is offered now; null where it is not. */
export type ListedModel = CatalogueModel & { offered: ModelInfo | null }

type Needs = Pick<Ports, 'models' | 'catalogue' | 'clock'>

/** Every model that is or was offered here, and when prices were last asked for. */
export async function listCatalogue(ctx: Needs): Promise<{ models: ListedModel[]; refreshes: RefreshState[] }> {
  const { models, refreshes } = await ctx.catalogue.read()
  const offered = ctx.models.list()
  const rows = models.map((row) => ({ ...row, offered: offered.find(({ id }) => id === row.id) ?? null }))
  const known = new Set(models.map(({ id }) => id))
  // one that appeared a moment ago has no row yet
  const fresh = offered.filter(({ id }) => !known.has(id)).map((info) => freshRow(info, ctx.clock.now()))
  return { models: [...rows, ...fresh], refreshes }
}

/** One model, or NOT_FOUND. */
export async function getModel(ctx: Needs, id: string): Promise<ListedModel> {
  const { models } = await listCatalogue(ctx)
  const found = models.find((model) => model.id === id)
  if (found) return found
  throw new AppError('NOT_FOUND', 'There is no such model.')
}

function freshRow(info: ModelInfo, at: number): ListedModel {
  const { id, provider, name, contextTokens } = info
  return {
    ...{ id, provider, name, contextTokens, family: info.family ?? null, offered: info, price: null },
    ...{ inputModalities: [], outputModalities: [], defaultMaxTokens: null, defaultTemperature: null },
    ...{ isActive: true, isChairmanCapable: null, requests: 0, errors: 0, latency: null, firstToken: null },
    ...{ firstSeenAt: at, lastSeenAt: at, staleSince: null, staleReason: null },
  }
}
