import { hydrate } from '../../core/council/hydrate.ts'
import type { RunState } from '../../core/council/state.ts'
import type { SeatId, StageId } from '../../core/council/types.ts'
import type { RunStore, StoredRun } from '../../ports/runs.ts'
import { type Drive, type DriveDeps, driveRun } from './drive.ts'
import { createDurations, type Durations } from './history.ts'
import type { Hub } from './hub.ts'

export type EngineOptions = {
  /** Unique per process and start. */
  owner: string
  leaseMs: number
  /** How often running texts are stored, leases renewed and stop requests seen. */
  keepMs: number
  sweepMs: number
  /** How long a finished run stays in memory for its viewers. */
  lingerMs: number
  /** Whether this process alone uses the database, so that every live run it did not start is an orphan. */
  isSoleOwner: boolean
  /** Told once a run has ended here and its end is stored. */
  onEnded?: (tenantId: string, run: RunState) => void
}

/** Everything that keeps runs going in one process. */
export type RunEngine = {
  readonly owner: string
  readonly leaseMs: number
  /** Begins to drive a run that this process has just created under `epoch`. */
  begin(run: { initial: RunState; tenantId: string; epoch: number }): void
  /** The live picture of a run that is driven here or ended here a moment ago. */
  hub(tenantId: string, runId: string): Hub | null
  /** Stops a run that is driven here; elsewhere the stored request is seen by its driver. */
  stop(runId: string): void
  /** Asks a seat that is out once more, if the run is driven here; false if it is not. */
  retrySeat(runId: string, stage: StageId, seat: SeatId): boolean
  /** Drops the picture of a run that has ended, because its row has changed since. */
  forget(runId: string): void
  /** How long runs like this one usually take here. */
  typicalMs: Durations['typicalMs']
  /** What they usually cost. */
  typicalPicoUsd: Durations['typicalPicoUsd']
  /** Starts keeping and sweeping; takes orphans over at once. */
  start(): Promise<void>
  /** Ends in order: no new calls, running ones get `graceMs`, then leases are released. */
  drain(graceMs: number): Promise<void>
  isDraining(): boolean
  liveCount(): number
}

type Deps = DriveDeps & { runs: RunStore }

const CLAIM_MAX = 20

/** The state of a stored run. */
export function stateOf(stored: StoredRun): RunState {
  return hydrate(stored, stored.events, stored.calls)
}

export function createEngine(deps: Deps, options: EngineOptions): RunEngine {
  const drives = new Map<string, Drive>()
  const cancels: (() => void)[] = []
  const durations = createDurations()
  let isDraining = false

  function begin(run: { initial: RunState; tenantId: string; epoch: number }, isResumed = false) {
    const drive = driveRun(deps, { ...run, isResumed })
    drives.set(drive.runId, drive)
    void drive.done.then(() => forgetLater(drive))
  }

  function forgetLater(drive: Drive) {
    durations.add(drive.hub.state())
    const forget = () => drives.get(drive.runId) === drive && drives.delete(drive.runId)
    if (drive.isGivenUp()) return forget()
    deps.clock.after(options.lingerMs, forget)
    options.onEnded?.(drive.tenantId, drive.hub.state())
  }

  const live = () => [...drives.values()].filter((drive) => drive.isLive())

  async function keep(leaseMs = options.leaseMs) {
    const runs = live()
    if (runs.length === 0) return
    const texts = runs.flatMap((drive) => drive.changedTexts().map((text) => ({ ...text, runId: drive.runId })))
    const kept = await deps.runs.keep({ runs: runs.map(({ runId, epoch }) => ({ runId, epoch })), texts, leaseMs })
    for (const drive of runs) {
      if (!kept.owned.includes(drive.runId)) drive.lost()
      else if (kept.cancelRequested.includes(drive.runId)) drive.stop()
    }
  }

  async function sweep(isSoleOwner = false) {
    const claimed = await deps.runs.claim({
      owner: options.owner,
      leaseMs: options.leaseMs,
      max: CLAIM_MAX,
      isSoleOwner,
    })
    for (const { runId, tenantId, epoch } of claimed) {
      const stored = await deps.runs.get(tenantId, runId)
      if (!stored) continue
      drives.get(runId)?.lost()
      begin({ initial: stateOf(stored), tenantId, epoch }, true)
      deps.log.info('run.resumed', { runId, epoch })
    }
    if (claimed.length === CLAIM_MAX && !isDraining) await sweep(isSoleOwner)
  }

  /** Repeats `work`, never twice at once, whether or not it fails. */
  function every(ms: number, name: string, work: () => Promise<void>) {
    let cancel = () => {}
    let isOn = true
    const round = () =>
      work()
        .catch((error) => deps.log.error(name, error))
        .finally(() => {
          if (isOn) cancel = deps.clock.after(ms, round)
        })
    cancel = deps.clock.after(ms, round)
    cancels.push(() => {
      isOn = false
      cancel()
    })
  }

  return {
    owner: options.owner,
    leaseMs: options.leaseMs,
    typicalMs: durations.typicalMs,
    typicalPicoUsd: durations.typicalPicoUsd,
    begin,
    hub(tenantId, runId) {
      const drive = drives.get(runId)
      return drive && drive.tenantId === tenantId && !drive.isGivenUp() ? drive.hub : null
    },
    stop: (runId) => drives.get(runId)?.stop(),
    retrySeat: (runId, stage, seat) => drives.get(runId)?.retrySeat(stage, seat) ?? false,
    forget(runId) {
      if (!drives.get(runId)?.isLive()) drives.delete(runId)
    },
    async start() {
      await sweep(options.isSoleOwner)
      every(options.keepMs, 'engine.keep_failed', () => keep())
      every(options.sweepMs, 'engine.sweep_failed', () => (isDraining ? Promise.resolve() : sweep()))
    },
    async drain(graceMs) {
      isDraining = true
      const { promise: timeUp, resolve } = Promise.withResolvers<void>()
      const cancel = deps.clock.after(graceMs, resolve)
      await Promise.race([Promise.all(live().map((drive) => drive.quiesce())), timeUp])
      cancel()
      for (const stop of cancels) stop()
      await keep(0).catch((error) => deps.log.error('engine.release_failed', error))
      for (const drive of drives.values()) drive.lost()
    },
    isDraining: () => isDraining,
    liveCount: () => live().length,
  }
}
