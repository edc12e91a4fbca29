import 'server-only'
// Started as it is, beside the bundle: Node strips the types, and nothing here or below imports what a bundler provides.
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../core/kernel/errors.ts'
import type { FileConversation } from '../../ports/import-reader.ts'
import { readFile } from './read-file.ts'

/** What the thread is started with. */
export type Errand = { bytes: Uint8Array; now: number }

/** What it answers to each `next`. An AppError travels as its parts. */
export type Reply =
  | { kind: 'conversation'; value: FileConversation }
  | { kind: 'end' }
  | { kind: 'failed'; error: Pick<AppError, 'code' | 'message' | 'details'> | null; message: string }

const { bytes, now } = workerData as Errand
const conversations = readFile(bytes, now)

parentPort?.on('message', () => parentPort?.postMessage(next()))

function next(): Reply {
  try {
    const { done, value } = conversations.next()
    return done ? { kind: 'end' } : { kind: 'conversation', value }
  } catch (error) {
    const known =
      error instanceof AppError ? { code: error.code, message: error.message, details: error.details } : null
    return { kind: 'failed', error: known, message: error instanceof Error ? error.message : String(error) }
  }
}
