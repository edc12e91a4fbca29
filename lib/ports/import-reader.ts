import type { ImportedConversation } from '../core/importing/types.ts'
import type { ErrorDetails, FieldIssue } from '../core/kernel/errors.ts'

/** One conversation of a file; `hash` is the SHA-256 of its JSON, in hex. */
export type FileConversation =
  | { status: 'read'; conversation: ImportedConversation; hash: string }
  | { status: 'refused'; issues: FieldIssue[] }

/** Why there is nothing more to read: no JSON, too deep, too much, or a single conversation that is none. */
export type FileFailure = {
  status: 'failed'
  code: 'MALFORMED_REQUEST' | 'VALIDATION_FAILED'
  message: string
  details: ErrorDetails
}

/** Reads files of conversations away from what serves requests, so that a large one holds nobody up. */
export interface ImportReader {
  /**
   * The conversations of a JSON text in UTF-8, in order; of a list, what cannot be read is refused by itself. `now` stands
   * in for missing times, in Unix milliseconds. `bytes` cannot be used afterwards. A failure is the last thing it answers.
   */
  read(bytes: Uint8Array<ArrayBuffer>, options: { now: number }): AsyncIterable<FileConversation | FileFailure>
}
