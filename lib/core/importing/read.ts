import { FILE_FORMAT } from '../conversations/file.ts'
import { invalidField } from '../kernel/errors.ts'
import { objectAt } from './fields.ts'
import { fileBasedConversation } from './file-based.ts'
import { ownConversation } from './own-file.ts'
import type { ImportedConversation } from './types.ts'

/**
 * A conversation from a file of any dialect. `now` stands in for a missing time, in Unix milliseconds. Throws
 * VALIDATION_FAILED that names the field. The value must be bounded in depth: it was read with the guard's limits.
 */
export function readConversation(value: unknown, now: number): ImportedConversation {
  const file = objectAt(value, '')
  if (file.value.format === FILE_FORMAT) return ownConversation(file)
  if ('format' in file.value && !('messages' in file.value)) throw invalidField('format', `Expected ${FILE_FORMAT}.`)
  if (!('messages' in file.value))
    throw invalidField('messages', 'Expected a list: this is no conversation that we know.')
  return fileBasedConversation(file, now)
}
