import 'server-only'
import { container } from './container.ts'

/** The longest a shutdown may take, grace included, in milliseconds. */
const SHUTDOWN_MS = 28_000

/** Starts the product in this process, or ends the process with a sentence that says why it cannot start. */
export async function boot(): Promise<void> {
  try {
    ;(await container()).startJobs()
  } catch (error) {
    console.error(`LLM Council cannot start: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
  ownShutdown()
}

/** The one owner of shutdown: jobs and runs first, then leases, then the database. A second signal ends at once. */
function ownShutdown() {
  let isEnding = false
  const end = () => {
    if (isEnding) process.exit(1)
    isEnding = true
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
    container()
      .then((running) => running.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
