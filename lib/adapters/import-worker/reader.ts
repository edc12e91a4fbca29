import 'server-only'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../core/kernel/errors.ts'
import type { FileConversation, ImportReader } from '../../ports/import-reader.ts'
import { readFile } from './read-file.ts'
import type { Errand, Reply } from './thread.ts'

const THREAD = 'lib/adapters/import-worker/thread.ts'
/** Read at once in a millisecond or two, which a thread takes longer to start. */
const SMALL_BYTES = 32_768
const MEMORY_MB = 768
const THREADS_MAX = 2

/** Reads small files at once and every other one in a thread of its own, two at a time; `root` is where the sources are. */
export function createImportReader(root: string): ImportReader {
  const file = path.resolve(/*turbopackIgnore: true*/ root, THREAD)
  const threads = turnstile(THREADS_MAX)
  return {
    async *read(bytes, { now }) {
      if (bytes.byteLength <= SMALL_BYTES || !existsSync(/*turbopackIgnore: true*/ file)) {
        yield* readFile(bytes, now)
        return
      }
      const leave = await threads.enter()
      try {
        yield* readApart(file, { bytes, now })
      } finally {
        leave()
      }
    },
  }
}

/** Asks for one conversation at a time, so that what was read does not pile up here. */
async function* readApart(file: string, errand: Errand): AsyncGenerator<FileConversation> {
  const thread = new Worker(/*turbopackIgnore: true*/ file, {
    workerData: errand,
    transferList: [errand.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
    // what makes `server-only` empty in a thread without a bundler
    execArgv: ['--conditions=react-server'],
  })
  try {
    for (;;) {
      thread.postMessage('next')
      // rejects where the thread dies, of its memory for example
      const [reply] = (await once(thread, 'message')) as [Reply]
      if (reply.kind === 'end') return
      if (reply.kind === 'failed') throw failure(reply)
      yield reply.value
    }
  } finally {
    await thread.terminate()
  }
}

function failure({ error, message }: Extract<Reply, { kind: 'failed' }>): Error {
  return error ? new AppError(error.code, error.message, error.details) : new Error(`import thread: ${message}`)
}

/** Lets `max` in at a time; the others wait in the order they came. */
function turnstile(max: number) {
  const waiting: (() => void)[] = []
  let inside = 0
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else inside -= 1
  }
  return {
    async enter(): Promise<() => void> {
      if (inside < max) inside += 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return leave
    },
  }
}
