import 'server-only'

const SLOT = Symbol.for('llm-council.container')
const slot = globalThis as typeof globalThis & { [SLOT]?: Promise<unknown> }

/** What this process has opened, from `open` where nobody has opened it yet. A failure is not kept. */
export function openOnce<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  slot[SLOT] ??= open().catch((error) => {
    delete slot[SLOT]
    throw error
  })
  return slot[SLOT] as Promise<Opened>
}

/** What this process has opened already. */
export function opened<Opened>(): Promise<Opened> {
  const here = slot[SLOT] as Promise<Opened> | undefined
  return here ?? Promise.reject(new Error('LLM Council has not been started in this process.'))
}
