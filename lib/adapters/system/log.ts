import 'server-only'
import type { Log } from '../../ports/log.ts'

type Fields = Parameters<Log['info']>[1]

/** One JSON line an event on stderr; the error's message and stack, never its cause's payload. */
export const jsonLog: Log = {
  info: (event, fields) => write('info', event, fields),
  error(event, error, fields) {
    const known =
      error instanceof Error
        ? { error: error.message, stack: error.stack ?? null }
        : { error: String(error), stack: null }
    write('error', event, { ...fields, ...known })
  },
}

function write(level: string, event: string, fields: Fields) {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`)
}
