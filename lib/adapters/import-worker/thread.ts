import 'server-only'
// Started as it is, beside the bundle: Node strips the types, and nothing here or below imports what a bundler provides.
import { parentPort, workerData } from 'node:worker_threads'
import type { FileConversation, FileFailure } from '../../ports/import-reader.ts'
import { readFile } from './read-file.ts'

/** What the thread is started with. */
export type Errand = { bytes: Uint8Array; now: number }

/** What it answers to each message: the next conversation, or null at the end. */
export type Reply = FileConversation | FileFailure | null

const { bytes, now } = workerData as Errand
const conversations = readFile(bytes, now)

parentPort?.on('message', () => parentPort?.postMessage((conversations.next().value ?? null) satisfies Reply))
