import { describe, expect, it } from 'vitest'
import { jsonShape } from './json-shape.ts'

const LIMITS = { depth: 64, nodes: 1_000 }

describe('the shape of a JSON text', () => {
  it.each([
    ['"text"', 0, 1],
    ['{"a":[1,2,{"b":null}]}', 3, 6],
    ['"[[[[{{{{,,,,"', 0, 1],
    [String.raw`"a\"[[[["`, 0, 1],
    [String.raw`["\\",["x"]]`, 2, 4],
  ])('of %s', (text, depth, nodes) => {
    expect(jsonShape(text, LIMITS)).toEqual({ depth, nodes })
  })

  it('stops at the first limit, however long the text', () => {
    expect(jsonShape('['.repeat(1_000_000), LIMITS)).toEqual({ depth: 65, nodes: 66 })
    expect(jsonShape(`[${'0,'.repeat(1_000_000)}`, LIMITS)).toEqual({ depth: 1, nodes: 1_001 })
  })
})
