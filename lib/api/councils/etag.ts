import { AppError } from '../../core/kernel/errors.ts'
import type { Council } from '../../services/councils/index.ts'
import { etagOf } from '../conversations/version.ts'
import type { LinkBase } from '../links.ts'
import { toCouncil } from './resource.ts'

/** The entity tag of a council; presets have none. */
export function etagOfCouncil({ version }: Council): { etag?: string } {
  return version === null ? {} : { etag: etagOf({ version }) }
}

/** A conflict shows what stands as the API shows it everywhere. */
export function withCouncil(error: unknown, base: LinkBase): unknown {
  if (!(error instanceof AppError) || error.code !== 'VERSION_CONFLICT') return error
  const current = toCouncil(error.details.current as Council, base)
  return new AppError(error.code, error.message, { current, param: 'If-Match' }, error)
}
