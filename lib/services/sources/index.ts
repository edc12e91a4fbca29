import { AppError } from '../../core/kernel/errors.ts'
import type { Source } from '../../core/sources/types.ts'
import type { Ports } from '../context.ts'

/** A text that answers cite, whole. The shipped ones are open to everybody. */
export function getSource(ports: Pick<Ports, 'sources'>, id: string): Source {
  const source = ports.sources.get(id)
  if (!source) throw new AppError('NOT_FOUND', 'There is no such source.')
  return source
}
