import 'server-only'

/** Runs one step of a store; whatever goes wrong becomes a plain error that names the step and keeps the cause. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new Error(`database: ${name} failed`, { cause })
  }
}
