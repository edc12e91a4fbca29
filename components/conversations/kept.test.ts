import { beforeEach, expect, it } from 'vitest'
import { kept } from './kept.ts'

const list = (value: unknown) => (Array.isArray(value) ? (value as string[]) : [])
const refusing = (): Storage => {
  throw new DOMException('denied', 'SecurityError')
}

beforeEach(() => localStorage.clear())

it('keeps values apart by prefix and key, as the same object while nothing changes', () => {
  const mine = kept('mine:', () => localStorage, list)
  const other = kept('other:', () => localStorage, list)
  mine.write('a', ['one'])
  expect(mine.read('a')).toEqual(['one'])
  expect(mine.read('a')).toBe(mine.read('a'))
  expect(mine.read('b')).toEqual([])
  expect(other.read('a')).toEqual([])
  mine.write('a', undefined)
  expect(mine.read('a')).toEqual([])
  expect(localStorage).toHaveLength(0)
})

it('reads garbage as nothing', () => {
  localStorage.setItem('mine:a', '{"half":')
  expect(kept('mine:', () => localStorage, list).read('a')).toEqual([])
})

it('keeps values in memory where the browser refuses storage', () => {
  const mine = kept('mine:', refusing, list)
  mine.write('a', ['one'])
  expect(mine.read('a')).toEqual(['one'])
  mine.write('a', undefined)
  expect(mine.read('a')).toEqual([])
})

it('tells listeners when it is told to, until they stop', () => {
  const mine = kept('mine:', () => localStorage, list)
  let heard = 0
  const stop = mine.subscribe(() => heard++)
  mine.write('a', ['one'])
  expect(heard).toBe(0)
  mine.announce()
  stop()
  mine.announce()
  expect(heard).toBe(1)
})
