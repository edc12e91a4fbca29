import { describe, expect, it } from 'vitest'
import { opened, openOnce } from './slot.ts'

describe('what a process opens', () => {
  it('is not there before, is opened again after a failure, and then once for everybody', async () => {
    await expect(opened()).rejects.toThrow('has not been started')
    await expect(openOnce(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
    await expect(opened()).rejects.toThrow('has not been started')

    let times = 0
    const open = async () => ({ times: ++times })
    const [first, second] = await Promise.all([openOnce(open), openOnce(open)])
    expect(first).toBe(second)
    expect(await opened()).toBe(first)
    expect(times).toBe(1)
  })
})
