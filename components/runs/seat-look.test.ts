import { describe, expect, it } from 'vitest'
import { seatLooks } from './seat-look.ts'

const seat = (id: string, model: string, name: string) => ({ id, model, name, demo: false })

describe('seat looks', () => {
  it('give no two models of a run the same hue', () => {
    const seats = Array.from({ length: 8 }, (_, i) => seat(`s${i}`, `provider/model-${i}`, `Model ${i}`))
    const rules = Object.values(seatLooks({ seats })).map((look) => look.rule)
    expect(new Set(rules).size).toBe(8)
  })

  it('keep the hue of a model from run to run', () => {
    const alone = seatLooks({ seats: [seat('s1', 'demo/editor', 'Editor')] })
    const among = seatLooks({ seats: [seat('s4', 'demo/editor', 'Editor'), seat('s5', 'demo/teacher', 'Teacher')] })
    expect(among.s4?.rule).toBe(alone.s1?.rule)
  })

  it('give the same model in two seats one hue, and nine models what is left', () => {
    const twice = seatLooks({ seats: [seat('s1', 'a', 'A'), seat('s2', 'a', 'A')] })
    expect(twice.s1).toEqual(twice.s2)
    const nine = seatLooks({ seats: Array.from({ length: 9 }, (_, i) => seat(`s${i}`, `m${i}`, `M${i}`)) })
    expect(Object.values(nine).every((look) => look.rule !== '')).toBe(true)
  })

  it('tell names with the same first letter apart', () => {
    const looks = seatLooks({
      seats: [seat('s1', 'a', 'Archivist'), seat('s2', 'b', 'Analyst'), seat('s3', 'c', 'Teacher')],
    })
    expect(Object.values(looks).map((look) => look.monogram)).toEqual(['Ar', 'An', 'T'])
  })
})
