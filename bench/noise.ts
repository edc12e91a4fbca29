import { request } from 'undici'
import { startScript } from './child.ts'
import { voidRounds } from './stats.ts'

const TRIPS = 400
const BODY = 'x'.repeat(16_384)

/** The noise detector: how long a fixed piece of echoing takes, in milliseconds, noted for every round. */
export async function createNoise() {
  const echo = await startScript('controls/echo.ts')
  await measure(echo.url)
  return { measure: () => measure(echo.url), stop: echo.stop }
}

export type Noise = Awaited<ReturnType<typeof createNoise>>

/** Rounds with an echo before and after each; those on a disturbed machine are set apart, not hidden. */
export async function quietRounds<T>(
  noise: Noise,
  count: number,
  round: (index: number) => Promise<T>,
): Promise<{ kept: T[]; voided: number[] }> {
  const results: T[] = []
  const echoes: number[] = []
  let before = await noise.measure()
  for (let i = 0; i < count; i++) {
    results.push(await round(i))
    const after = await noise.measure()
    echoes.push((before + after) / 2)
    before = after
  }
  const voided = voidRounds(echoes)
  return { kept: results.filter((_, i) => !voided.includes(i)), voided }
}

async function measure(url: string): Promise<number> {
  const start = performance.now()
  for (let i = 0; i < TRIPS; i++) {
    const { body } = await request(url, { method: 'POST', body: BODY })
    await body.dump()
  }
  return performance.now() - start
}
