import { formatUsd } from '../../core/kernel/money.ts'
import type { Council } from '../../services/councils/index.ts'
import { apiUrl, type LinkBase, timestamp } from '../links.ts'
import type { CouncilResource } from './resource.schema.ts'

/** A council with what a question to it usually takes. */
export function toCouncil(council: Council, base: LinkBase): CouncilResource {
  const { id, kind, name, description, seats, members, reviewers, chairman, voting, version } = council
  const { durationMs, cost } = council.typical
  const { status, picoUsd, estimated } = cost
  return {
    ...{ id, object: 'council', kind, name, description, is_default: council.isDefault },
    ...{ seats, members, reviewers, chairman, voting, missing_models: council.missing },
    typical: {
      duration_ms: durationMs,
      cost: { status, usd: picoUsd === null ? null : formatUsd(BigInt(picoUsd)), estimated },
    },
    version,
    created_at: timestamp(council.createdAt),
    updated_at: timestamp(council.updatedAt),
    links: { self: apiUrl(base, `/councils/${id}`) },
  }
}
