import { AppError } from '../core/kernel/errors.ts'
import { type IdKind, isId } from '../core/kernel/ids.ts'

/** An id in a path. What cannot be an id of that kind names nothing, so it is NOT_FOUND and never reaches the store. */
export function pathId(kind: IdKind, id: string): string {
  if (!isId(kind, id)) throw new AppError('NOT_FOUND', `There is no such ${kind}.`)
  return id
}
