import 'server-only'
import type { Pool } from 'pg'
import type { Job, PgBoss, QueueOptions } from 'pg-boss'
import type { JobData, JobKind, Jobs } from '../../ports/jobs.ts'
import type { Log } from '../../ports/log.ts'
import { type Listener, listen } from './listen.ts'

type ListenArguments = [Listener['channel'], Listener['onNotification'], Listener['onReconnect']]

export type JobsDatabase = { kind: 'embedded' | 'postgres'; pool: Pool }

/** How often what has no one to announce it is looked for, in seconds. */
export type Pace = { pollS: number; superviseS: number; cronS: number; retryS: number }

/** A job is announced to the worker that may do it, so looking is only for what was missed. */
const PACE: Pace = { pollS: 5, superviseS: 15, cronS: 30, retryS: 5 }

/** We use neither flows nor migrations in the background; looking for them less often leaves the one session alone. */
const RARELY_S = 3_600
const DAY_S = 86_400
/** A job without a sign of life for so long is done again: the least that pg-boss knows. */
const HEARTBEAT_S = 10
const STOPPED = 'Jobs were stopped.'

/** Jobs kept by pg-boss in its own schema `pgboss`, over the one pool. Loaded and migrated by `start`, not before. */
export function createJobs(db: JobsDatabase, { log, pace = PACE }: { log: Log; pace?: Pace }): Jobs {
  const ready = Promise.withResolvers<PgBoss>()
  ready.promise.catch(() => {})
  const workers = new Map<string, string[]>()
  let boss: PgBoss | null = null
  let isStopped = false

  const wake = (name: string) => {
    for (const id of workers.get(name) ?? []) boss?.notifyWorker(id)
  }

  return {
    async start(kinds) {
      const opened = await open(db, pace, log)
      if (isStopped) return
      boss = opened
      try {
        await boss.start()
        for (const kind of kinds) {
          if (isStopped) return
          await declare(boss, kind, pace)
          workers.set(kind.name, await employ({ boss, kind, pace, log, onDone: () => wake(kind.name) }))
        }
      } catch (error) {
        await boss.stop({ graceful: false, close: false }).catch(() => {})
        throw error
      }
      ready.resolve(boss)
    },
    async send({ kind, key, data }) {
      const opened = await ready.promise
      if (isStopped) throw new Error(STOPPED)
      await opened.send(kind, data, { singletonKey: key })
      wake(kind)
    },
    async stop(graceMs) {
      if (isStopped) return
      isStopped = true
      ready.reject(new Error(STOPPED))
      if (!boss) return
      const last = boss
      await within(graceMs, Promise.all([...workers.keys()].map((name) => last.offWork(name, { wait: true }))))
      await last.stop({ graceful: false, close: false })
    },
  }
}

async function open({ kind, pool }: JobsDatabase, pace: Pace, log: Log): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  const isServer = kind === 'postgres'
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => pool.query(text, values),
      ...(isServer && {
        listen: (...[channel, onNotification, onReconnect]: ListenArguments) =>
          listen(pool, { channel, onNotification, onReconnect }),
      }),
    },
    backend: isServer ? 'postgres' : 'pglite',
    useListenNotify: isServer,
    superviseIntervalSeconds: pace.superviseS,
    monitorIntervalSeconds: pace.superviseS,
    cronMonitorIntervalSeconds: pace.cronS,
    cronWorkerIntervalSeconds: pace.cronS,
    flowIntervalSeconds: RARELY_S,
    bamIntervalSeconds: RARELY_S,
    reindex: isServer,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error('jobs.failed', error))
  boss.on('warning', ({ message }) => log.info('jobs.warning', { message }))
  return boss
}

/** The queue as the kind wants it now, whatever an earlier version of the product made of it. */
async function declare(boss: PgBoss, kind: JobKind, pace: Pace): Promise<void> {
  const options: QueueOptions & { notify: boolean } = {
    retryLimit: kind.retries,
    retryDelay: pace.retryS,
    retryBackoff: true,
    expireInSeconds: Math.ceil(kind.attemptMs / 1000),
    ...(kind.attemptMs > 2_000 * HEARTBEAT_S && { heartbeatSeconds: HEARTBEAT_S }),
    deleteAfterSeconds: DAY_S,
    notify: true,
  }
  await boss.createQueue(kind.name, { ...options, policy: 'exclusive' })
  await boss.updateQueue(kind.name, options)
  if (kind.schedule === null) return
  await boss.schedule(kind.name, kind.schedule, {}, { tz: 'UTC', missed: 'once', singletonKey: 'schedule' })
}

type Employment = { boss: PgBoss; kind: JobKind; pace: Pace; log: Log; onDone(): void }

/** As many workers as jobs may run at once, each with one job at a time; a finished job has them look for the next. */
async function employ({ boss, kind, pace, log, onDone }: Employment): Promise<string[]> {
  // a retry and a job that comes back are announced by nobody, so looking stays as frequent where jobs are announced
  const options = { batchSize: 1, pollingIntervalSeconds: pace.pollS, notifyPollingIntervalSeconds: pace.pollS }
  const attempt = async ([job]: Job<JobData>[]) => {
    if (!job) return
    try {
      await kind.work(job.data ?? {}, job.signal)
    } catch (error) {
      log.error('job.attempt_failed', error, { kind: kind.name, attempt: job.retryCount + 1 })
      throw error
    } finally {
      onDone()
    }
  }
  return Promise.all(Array.from({ length: kind.atOnce }, () => boss.work<JobData>(kind.name, options, attempt)))
}

function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  const { promise: timeUp, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  return Promise.race([work, timeUp]).finally(() => clearTimeout(timer))
}
