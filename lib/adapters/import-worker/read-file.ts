import 'server-only'
import { createHash } from 'node:crypto'
import { readConversation } from '../../core/importing/read.ts'
import { AppError, invalidField } from '../../core/kernel/errors.ts'
import { type JsonShape, jsonShape } from '../../core/kernel/json-shape.ts'
import type { FileConversation } from '../../ports/import-reader.ts'

const SHAPE: JsonShape = { depth: 64, nodes: 500_000 }
const CONVERSATIONS_MAX = 500

/** What `ImportReader.read` answers, one conversation after the other and without leaving the thread. */
export function* readFile(bytes: Uint8Array, now: number): Generator<FileConversation> {
  const file = parse(bytes)
  if (!Array.isArray(file)) {
    if (file === null || typeof file !== 'object')
      throw invalidField('', 'Send a conversation or a list of conversations.')
    yield read(file, now)
    return
  }
  if (file.length > CONVERSATIONS_MAX) {
    throw invalidField('', `A file holds at most ${CONVERSATIONS_MAX} conversations; split it.`)
  }
  for (const value of file) yield readOrRefuse(value, now)
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    assertShape(text)
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('MALFORMED_REQUEST', 'The body is not valid JSON in UTF-8.', {}, cause)
  }
}

/** Told from the text: a hostile file must not become millions of objects first. */
function assertShape(text: string): void {
  const { depth, nodes } = jsonShape(text, SHAPE)
  if (depth > SHAPE.depth) throw invalidField('', `The file nests deeper than ${SHAPE.depth} levels.`)
  if (nodes > SHAPE.nodes)
    throw invalidField('', `The file holds more than ${SHAPE.nodes.toLocaleString('en')} values.`)
}

function read(value: unknown, now: number): FileConversation {
  const conversation = readConversation(value, now)
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('hex')
  return { status: 'read', conversation, hash }
}

function readOrRefuse(value: unknown, now: number): FileConversation {
  try {
    return read(value, now)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'VALIDATION_FAILED') throw error
    return { status: 'refused', issues: error.details.issues ?? [] }
  }
}
