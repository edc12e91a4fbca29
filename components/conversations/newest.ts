import type { Route } from 'next'

/** The place on a conversation's page where its newest question begins; there is none before the second one. */
export const NEWEST = 'newest'

/** Leads to where a conversation goes on. */
export function newestHref(conversationId: string): Route {
  return `/c/${conversationId}#${NEWEST}` as Route
}
