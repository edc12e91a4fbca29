import { hasEnded } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { Ctx } from '../context.ts'
import { getRun } from './get.ts'
import { tailRun } from './tail.ts'

/** The run once it has ended, or as it stands when `timeoutMs` is over or `signal` aborts. */
export async function waitForRun(
  ctx: Ctx<'runs' | 'engine' | 'clock'>,
  runId: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<RunState> {
  const stop = new AbortController()
  const cancel = ctx.clock.after(timeoutMs, () => stop.abort())
  const either = AbortSignal.any([signal, stop.signal])
  try {
    let state = await getRun(ctx, runId)
    while (!hasEnded(state) && !either.aborted) {
      for await (const _frame of await tailRun(ctx, runId, { after: null, signal: either }));
      state = await getRun(ctx, runId)
    }
    return state
  } finally {
    cancel()
  }
}
