/** What is kept for a while only. Every step takes at most `limit` rows, so that it holds nobody up; times are Unix ms. */
export interface RetentionStore {
  /** Asks live runs of conversations that were removed before `before` to stop; answers how many there were. */
  stopRemoved(before: number): Promise<number>
  /** Deletes for good what was removed before `before`, with everything that hangs on it, unless a run of it is live. */
  purgeConversations(before: number, limit: number): Promise<number>
  /** Forgets Idempotency-Keys that were first used before `before`. */
  forgetKeys(before: number, limit: number): Promise<number>
  /** Forgets device links that were used up or expired before `before`. */
  forgetLinks(before: number, limit: number): Promise<number>
}
