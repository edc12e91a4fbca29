import 'server-only'
import type { ModelEntry } from '@/components/models/entry.ts'
import type { ModelCatalogueProps } from '@/components/models/model-catalogue.tsx'
import { container } from '@/lib/runtime/door.ts'
import { type ListedModel, listCatalogue } from '@/lib/services/models/index.ts'

export type ModelSearch = Promise<{ q?: string | string[]; provider?: string | string[] }>

/** The catalogue as the page shows it: what is offered first, and the last refresh of prices. */
export async function catalogueView(searchParams: ModelSearch): Promise<ModelCatalogueProps> {
  const { q, provider } = await searchParams
  const { models, refreshes } = await listCatalogue(await container())
  const latest = refreshes.toSorted((a, b) => b.triedAt - a.triedAt)[0] ?? null
  return {
    models: models.toSorted((a, b) => Number(b.offered !== null) - Number(a.offered !== null)).map(entryOf),
    refreshed: latest && { ...latest, isFailed: latest.failure !== null },
    wanted: { query: textOf(q), provider: textOf(provider) },
  }
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 100) : ''
}

function entryOf(model: ListedModel): ModelEntry {
  const { id, provider, name, family, price, offered, requests, errors, firstToken, latency } = model
  return {
    ...{ id, provider, name, family, price, requests, errors, firstToken, latency },
    ...{ staleSince: model.staleSince, staleReason: model.staleReason },
    isDemo: offered?.demo ?? price?.source === 'demo',
    isLocal: offered?.local ?? price?.source === 'local',
    isChairman: model.isChairmanCapable ?? offered?.chairmanCapable ?? true,
    isActive: model.isActive,
    contextTokens: offered?.contextTokens ?? model.contextTokens,
  }
}
