import { decide } from '../../core/council/decide.ts'
import { isTerminal, type RunEventBody } from '../../core/council/events.ts'
import { limitsOfCall } from '../../core/council/patience.ts'
import { requestFor } from '../../core/council/prompts.ts'
import type { ModelRequest } from '../../core/council/request.ts'
import { canRejoin, hasEnded } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import type { SeatId, StageId } from '../../core/council/types.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Models } from '../../ports/models.ts'
import type { CallKey, RunStore } from '../../ports/runs.ts'
import { abandonedEnd, callEnd } from './call-end.ts'
import { createHub, type Hub } from './hub.ts'
import { createRunLog, type RunLog } from './run-log.ts'
import { type CallCommand, createRunningCalls, type RunningCalls } from './running-calls.ts'

export type DriveDeps = { models: Models; clock: Clock; log: Log; runs: RunStore }

/** A run being driven by this process. */
export type Drive = {
  readonly runId: string
  readonly tenantId: string
  readonly epoch: number
  readonly hub: Hub
  /** Texts of running calls that grew since the last time, for the store. */
  changedTexts(): (CallKey & { text: string })[]
  stop(): void
  /** Lets a seat that is out join again; false where it cannot. */
  retrySeat(stage: StageId, seat: SeatId): boolean
  /** No new calls from now on; resolves when the running ones have ended and all is stored. */
  quiesce(): Promise<void>
  /** Another process goes on with the run: calls are aborted, nothing more is written, viewers come back. */
  lost(): void
  isLive(): boolean
  /** True when the run left this process before its end. */
  isGivenUp(): boolean
  /** Resolves when the run has left this process, for whatever reason. */
  readonly done: Promise<void>
}

type Mode = 'driving' | 'quiescing' | 'ended' | 'given_up'

/** Drives one run from its stored state to its end: decide, execute, log, fold, again. */
export function driveRun(
  deps: DriveDeps,
  run: { initial: RunState; tenantId: string; epoch: number; isResumed: boolean },
): Drive {
  const { clock } = deps
  const { epoch, tenantId } = run
  const runId = run.initial.id
  const hub = createHub(run.initial, epoch, clock)
  const done = Promise.withResolvers<void>()
  let mode: Mode = 'driving'
  const isLive = () => mode === 'driving' || mode === 'quiescing'

  const calls = createRunningCalls(deps, (call, text) => hub.write(call.seat, text, call.stage === 'review'))
  const log = createRunLog(run.initial, {
    runId,
    epoch,
    store: deps.runs,
    models: deps.models,
    clock,
    log: deps.log,
    onLost: lost,
    onStored(events) {
      hub.show(events)
      if (events.some(isTerminal)) leave('ended')
    },
  })
  const steps = createSteps(deps, log, calls, { mode: () => mode, onBroken })

  function leave(how: 'ended' | 'given_up') {
    mode = how
    steps.cancelWake()
    calls.abortAll()
    done.resolve()
  }

  function lost() {
    if (!isLive()) return
    leave('given_up')
    hub.close()
  }

  function onBroken(error: unknown) {
    deps.log.error('run.broken', error, { runId })
    lost()
  }

  if (run.isResumed) closeAbandoned(deps, log, epoch)
  steps.run()
  return {
    runId,
    tenantId,
    epoch,
    hub,
    done: done.promise,
    changedTexts: calls.changedTexts,
    stop() {
      if (mode !== 'driving' || log.state().stopRequested || hasEnded(log.state())) return
      log.record({ type: 'run.stop_requested' })
      steps.run()
    },
    retrySeat(stage, seat) {
      if (mode !== 'driving' || !canRejoin(log.state(), stage, seat)) return false
      log.record({ type: 'seat.retried', stage, seat })
      steps.run()
      return true
    },
    async quiesce() {
      if (mode === 'driving') mode = 'quiescing'
      while (isLive() && calls.count() > 0) await steps.callEnded()
      await log.idle()
      lost()
    },
    lost,
    isLive,
    isGivenUp: () => mode === 'given_up',
  }
}

/** Executes what `decide` asks for, until it asks for nothing but patience. */
function createSteps(
  { models, clock }: DriveDeps,
  log: RunLog,
  calls: RunningCalls,
  { mode, onBroken }: { mode: () => Mode; onBroken: (error: unknown) => void },
) {
  let wake: (() => void) | null = null
  let ended = Promise.withResolvers<void>()

  function run(): void {
    while (mode() === 'driving') {
      const commands = decide(log.state(), clock.now())
      const first = commands[0]
      if (first?.do === 'record') {
        log.record(first.event)
        continue
      }
      const due = commands.filter((command) => command.do === 'call')
      if (due.length > 0) launch(due).catch(onBroken)
      for (const command of commands) if (command.do === 'abort') calls.abort(command)
      const wakes = commands.flatMap((command) => (command.do === 'wake' ? [command.at] : []))
      if (wakes.length > 0) wakeAt(Math.min(...wakes))
      return
    }
  }

  function wakeAt(at: number) {
    wake?.()
    wake = clock.after(Math.max(1, at - clock.now()), run)
  }

  /** Intents first, requests after they are stored: no request without a row. */
  async function launch(due: CallCommand[]) {
    const requests = due.map((call) => ({ call, request: requestFor(log.state(), call) }))
    for (const { call, request } of requests) {
      const { stage, seat, attempt } = call
      if (attempt > 1) log.record({ type: 'seat.reset', stage, seat, attempt })
      log.record(callStarted(call, request))
      calls.open(call)
      log.saveCall(call)
    }
    await log.flushed()
    for (const { call, request } of requests) send(call, request).catch(onBroken)
  }

  async function send(call: CallCommand, request: ModelRequest) {
    const outcome = await calls.send(call, request, limitsOfCall(log.state(), call, clock.now()))
    if (!outcome) return
    log.record(callEnd({ models, state: log.state(), now: clock.now() }, call, request, outcome))
    log.saveCall(call)
    ended.resolve()
    ended = Promise.withResolvers<void>()
    run()
  }

  return { run, cancelWake: () => wake?.(), callEnded: () => ended.promise }
}

function callStarted(call: CallCommand, { model, prompt }: ModelRequest): RunEventBody {
  const { stage, seat, attempt, labels, standIn, leftOut } = call
  return {
    ...{ type: 'call.started', stage, seat, attempt, labels, model, prompt },
    ...(standIn && { standIn }),
    ...(leftOut > 0 && { leftOut }),
  }
}

/** Calls that were open when the last owner died are closed before anything new is decided. */
function closeAbandoned({ models, clock }: DriveDeps, log: RunLog, epoch: number) {
  log.record({ type: 'run.resumed', epoch })
  for (const call of log.state().calls.filter((c) => c.status === 'running')) {
    log.record(abandonedEnd({ models, state: log.state(), now: clock.now() }, call))
    log.saveCall(call)
  }
}
