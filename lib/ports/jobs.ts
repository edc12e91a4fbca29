/** What a job carries: names of rows, never content. */
export type JobData = Readonly<Record<string, string>>

/** One kind of work that is done later, outside every request. */
export type JobKind = {
  /** `conversation.title` */
  name: string
  /** How often a job that failed is tried again, with growing pauses; then it is given up and logged. */
  retries: number
  /** Longest one attempt may take, in milliseconds, whole seconds; then `signal` aborts and the attempt has failed. */
  attemptMs: number
  /** How many of these one process does at the same time. */
  atOnce: number
  /** Cron in UTC: sent by itself at these times, once for all those that passed while nothing ran. Null: only when sent. */
  schedule: string | null
  /** Does one job. It may be called again for a job it has half done, so it has to look at what is there first. */
  work(data: JobData, signal: AbortSignal): Promise<void>
}

/** Work that has to happen, but not now: kept in the store, done at least once, by whichever process is free. */
export interface Jobs {
  /** Begins to take jobs of these kinds and to send the scheduled ones. */
  start(kinds: readonly JobKind[]): Promise<void>
  /** Resolves once the job is stored; waits for `start`. While one with the same key waits or runs, nothing is added. */
  send(job: { kind: string; key: string; data: JobData }): Promise<void>
  /** Takes no more jobs; running ones get `graceMs`, then they go back to be done again. Safe to call twice. */
  stop(graceMs: number): Promise<void>
}
