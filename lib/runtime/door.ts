import 'server-only'
import type { Container } from './container.ts'
import { opened } from './slot.ts'

/**
 * The product in this process, as instrumentation has opened it before the first request. Instrumentation, routes and pages
 * are module graphs of their own; through this door the adapters are loaded once and not three times.
 */
export function container(): Promise<Container> {
  return opened<Container>()
}

/** What route handlers enter the product through. */
export const apiDoor = { load: container, now: () => Date.now() }
