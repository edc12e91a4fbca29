/** Structured log: one line an event, fields by allow-list of the caller, never content or secrets. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean | null>): void
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean | null>): void
}
