import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { JobData, JobKind, Jobs } from './jobs.ts'
import { freshId } from './stores.contract.ts'

/** A database that several processes share: `process` opens one of them, `kill` cuts it off from the database for good. */
export type JobsBench = {
  process(): { jobs: Jobs; kill(): void; errors: string[] }
  close(): Promise<void>
}

/** What every implementation of Jobs guarantees. */
export function describeJobs(name: string, open: () => Promise<JobsBench>): void {
  describe(`jobs on ${name}`, () => {
    let bench: JobsBench
    const running: Jobs[] = []
    beforeAll(async () => {
      bench = await open()
    })
    afterEach(async () => {
      await Promise.all(running.splice(0).map((jobs) => jobs.stop(0)))
    })
    afterAll(() => bench?.close())

    function started(...kinds: JobKind[]) {
      const opened = bench.process()
      running.push(opened.jobs)
      return { ...opened, isStarted: opened.jobs.start(kinds) }
    }

    it('does what was sent, with its data, also what was sent before the start', async () => {
      const done = recorder()
      const kind = sampleKind({ work: async (data) => done.add(data) })
      const { jobs } = bench.process()
      running.push(jobs)
      const sent = jobs.send({ kind: kind.name, key: 'a', data: { id: 'cnv_1' } })
      await jobs.start([kind])
      await sent
      expect(await done.reaches(1)).toEqual([{ id: 'cnv_1' }])
    })

    it('adds nothing while one with the same key waits or runs', async () => {
      const done = recorder()
      const held = Promise.withResolvers<void>()
      const kind = sampleKind({
        async work(data) {
          done.add(data)
          await held.promise
        },
      })
      const { jobs, isStarted } = started(kind)
      await isStarted
      const send = (key: string) => jobs.send({ kind: kind.name, key, data: { key } })
      await Promise.all([send('a'), send('a')])
      await done.reaches(1)
      await send('a')
      await send('b')
      held.resolve()
      expect(await done.reaches(2)).toEqual([{ key: 'a' }, { key: 'b' }])
    })

    it('tries again what failed, and gives up after its retries, with a line in the log for each', async () => {
      const done = recorder()
      const kind = sampleKind({
        retries: 1,
        async work(data) {
          done.add(data)
          throw new Error('not today')
        },
      })
      const other = recorder()
      const after = sampleKind({ work: async (data) => other.add(data) })
      const { jobs, errors, isStarted } = started(kind, after)
      await isStarted
      await jobs.send({ kind: kind.name, key: 'a', data: {} })
      await done.reaches(2)
      await jobs.send({ kind: after.name, key: 'a', data: {} })
      await other.reaches(1)
      expect(done.all()).toHaveLength(2)
      expect(errors).toEqual(['job.attempt_failed', 'job.attempt_failed'])
    })

    it('does each job in one of many processes', async () => {
      const done = recorder()
      const kind = sampleKind({ atOnce: 2, work: async (data) => done.add(data) })
      const both = [started(kind), started(kind)]
      await Promise.all(both.map((one) => one.isStarted))
      const keys = Array.from({ length: 20 }, (_, i) => String(i))
      await Promise.all(keys.map((key, i) => both[i % 2]!.jobs.send({ kind: kind.name, key, data: { key } })))
      const seen = (await done.reaches(20)).map(({ key }) => key)
      expect(seen.toSorted()).toEqual(keys.toSorted())
    })

    it('does again elsewhere what a process had begun when it died', async () => {
      const begun = recorder()
      const name = freshId('died')
      const dying = sampleKind({
        name,
        attemptMs: 1_000,
        async work(data) {
          begun.add(data)
          await new Promise(() => {})
        },
      })
      const first = started(dying)
      await first.isStarted
      await first.jobs.send({ kind: name, key: 'a', data: { id: 'x' } })
      await begun.reaches(1)
      first.kill()
      const done = recorder()
      await started({ ...dying, work: async (data) => done.add(data) }).isStarted
      expect(await done.reaches(1)).toEqual([{ id: 'x' }])
    })

    it('lets a running job end when it is stopped, and gives back what does not', async () => {
      const done = recorder()
      const held = Promise.withResolvers<void>()
      const name = freshId('stopped')
      const slow = sampleKind({
        name,
        async work(data) {
          done.add(data)
          await held.promise
        },
      })
      const { jobs, isStarted } = started(slow)
      await isStarted
      await jobs.send({ kind: name, key: 'a', data: {} })
      await done.reaches(1)
      await jobs.stop(0)
      await expect(jobs.send({ kind: name, key: 'b', data: {} })).rejects.toThrow('stopped')
      const again = recorder()
      await started({ ...slow, work: async (data) => again.add(data) }).isStarted
      expect(await again.reaches(1)).toEqual([{}])
      held.resolve()
    })

    it('sends what is scheduled by itself', async () => {
      const done = recorder()
      await started(sampleKind({ schedule: '* * * * *', work: async (data) => done.add(data) })).isStarted
      expect(await done.reaches(1)).toEqual([{}])
    })
  })
}

function sampleKind(changes: Partial<JobKind>): JobKind {
  return {
    name: freshId('kind'),
    retries: 2,
    attemptMs: 60_000,
    atOnce: 1,
    schedule: null,
    work: async () => {},
    ...changes,
  }
}

/** Notes what was done, and waits until there is enough of it. */
function recorder() {
  const seen: JobData[] = []
  let onAdd = () => {}
  return {
    all: () => seen,
    add(data: JobData) {
      seen.push(data)
      onAdd()
    },
    reaches: (count: number) =>
      new Promise<JobData[]>((resolve) => {
        onAdd = () => seen.length >= count && resolve(seen)
        onAdd()
      }),
  }
}
