import 'server-only'
import type { JobKind } from '../ports/jobs.ts'
import type { Ports } from '../services/context.ts'
import { sendTitleSweep, titleJobs } from '../services/titles/index.ts'
import type { Env } from './env.ts'

/** The first pages of a new start have the database to themselves for so long. */
const BREATH_MS = 1_500
const RETRY_MS = 30_000

/** Everything the product does outside of requests. */
function productJobs(ports: Ports, env: Env): JobKind[] {
  return env.TITLE_MODEL === 'off' ? [] : titleJobs(ports, { model: env.TITLE_MODEL ?? null })
}

/** Starts jobs behind a server that is already there; it serves without them, so a failure is logged and tried again. */
export function startJobsSoon(ports: Ports, env: Env): void {
  const { log, clock } = ports
  const attempt = async () => {
    try {
      await ports.jobs.start(productJobs(ports, env))
      if (env.TITLE_MODEL !== 'off') await sendTitleSweep(ports)
    } catch (error) {
      log.error('jobs.not_started', error)
      clock.after(RETRY_MS, attempt)
    }
  }
  clock.after(BREATH_MS, attempt)
}
