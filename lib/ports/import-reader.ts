import type { ImportedConversation } from '../core/importing/types.ts'
import type { FieldIssue } from '../core/kernel/errors.ts'

/** One conversation of a file. `hash` is the SHA-256 of its JSON, in hex. */
export type FileConversation =
  | { status: 'read'; conversation: ImportedConversation; hash: string }
  | { status: 'refused'; issues: FieldIssue[] }

/** Reads files of conversations away from what serves requests, so that a large one holds nobody up. */
export interface ImportReader {
  /**
   * The conversations of a JSON text in UTF-8, in order; of a list, what cannot be read is refused by itself. `now` stands
   * in for missing times, in Unix milliseconds. `bytes` cannot be used afterwards. Throws MALFORMED_REQUEST, or
   * VALIDATION_FAILED for a file that nests too deep or holds too much, and for a single conversation that cannot be read.
   */
  read(bytes: Uint8Array<ArrayBuffer>, options: { now: number }): AsyncIterable<FileConversation>
}
