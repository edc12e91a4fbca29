import { isObject } from '../council/ballot-json.ts'
import type { Label, Seat, SeatId } from '../council/types.ts'
import { invalidField } from '../kernel/errors.ts'
import { type Field, join } from './fields.ts'

/** Which model an anonymous label stood for, in the order of the file. */
export type LabelMap = { label: string; model: string }[]

const LABEL = /^(?:response\s+)?([a-z]{1,2})$/i

/** The `label_to_model` of an object: values are model names, or objects that hold one. Null where there is none. */
export function labelMapAt({ value, path }: Field): LabelMap | null {
  const map = value.label_to_model ?? null
  if (map === null) return null
  const at = join(path, 'label_to_model')
  if (!isObject(map)) throw invalidField(at, 'Expected an object of labels.')
  return Object.entries(map).flatMap(([key, entry]) => {
    const label = LABEL.exec(key.trim())?.[1]?.toUpperCase()
    const model = isObject(entry) ? entry.model : entry
    if (typeof model !== 'string') throw invalidField(`${at}.${key}`, 'Expected the name of a model.')
    return label === undefined ? [] : [{ label, model }]
  })
}

/** The label map of the original, which is not kept in its files: A, B, C … in the order of the answers. */
export function rebuiltLabels(members: readonly { seat: SeatId; isLabelled: boolean }[]): Label[] {
  return members.filter((member) => member.isLabelled).map(({ seat }, index) => ({ label: letters(index), seat }))
}

/** Labels as seats: where a model sat twice, its first label is its first seat. Labels of models without a seat fall out. */
export function labelsOver(map: LabelMap, members: readonly Seat[]): Label[] {
  const taken = new Set<SeatId>()
  return map.flatMap(({ label, model }): Label[] => {
    const seat = members.find((member) => member.model === model && !taken.has(member.id))
    if (!seat) return []
    taken.add(seat.id)
    return [{ label, seat: seat.id }]
  })
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`
}
