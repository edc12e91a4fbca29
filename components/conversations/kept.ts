/** Values a browser keeps as JSON under keys with a prefix. */
export type Kept<T> = {
  /** What is kept under `key`, as the same object while nothing changed; `parse` says what nothing and garbage are. */
  read(key: string): T
  /** Keeps `value`, or nothing with undefined. Calls no listener. */
  write(key: string, value: T | undefined): void
  /** Calls every listener in this page. */
  announce(): void
  /** Calls `listener` after every announcement; answers how to stop. */
  subscribe(listener: () => void): () => void
}

/**
 * `storage` is asked for at each call, since there is none on the server and a browser may refuse it; memory then takes
 * over. `parse` gets undefined where nothing is kept or it is not JSON.
 */
export function kept<T>(prefix: string, storage: () => Storage, parse: (value: unknown) => T): Kept<T> {
  const listeners = new Set<() => void>()
  const read = new Map<string, { text: string | null; value: T }>()
  const memory = new Map<string, string>()

  function load(key: string): string | null {
    try {
      return memory.get(key) ?? storage().getItem(prefix + key)
    } catch {
      return null
    }
  }

  return {
    read(key) {
      const text = load(key)
      const before = read.get(key)
      if (before && before.text === text) return before.value
      const value = parse(fromJson(text))
      read.set(key, { text, value })
      return value
    },
    write(key, value) {
      const text = JSON.stringify(value)
      try {
        if (text === undefined) storage().removeItem(prefix + key)
        else storage().setItem(prefix + key, text)
        memory.delete(key)
      } catch {
        if (text === undefined) memory.delete(key)
        else memory.set(key, text)
      }
    },
    announce() {
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function fromJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
