/** `not_offered`: by no provider here. `not_listed`: it is set up, but its provider's own list does not name it any more. */
export const STALE_REASONS = ['not_offered', 'not_listed'] as const
export type StaleReason = (typeof STALE_REASONS)[number]
