import { seatChoice, settleChoice } from '../../core/council/choice.ts'
import { PRESETS, seatCouncil } from '../../core/council/presets.ts'
import { seatingSentence } from '../../core/council/seating-sentence.ts'
import type { Council } from '../../services/councils/index.ts'
import { toCouncil } from './resource.ts'

const AT = Date.UTC(2026, 10, 20, 12)
const NO_LINKS = { appUrl: null }

const models = ['Archivist', 'Skeptic', 'Teacher', 'Analyst', 'Editor'].map((name) => ({
  ...{ id: `demo/${name.toLowerCase()}`, name, demo: true },
}))

/** A council to keep, as it is sent. */
export const sampleCouncilRequest = {
  name: 'Second look',
  members: ['demo/archivist', 'demo/skeptic', 'demo/teacher', 'demo/analyst'],
  chairman: 'demo/editor',
  voting: 'rank_and_score' as const,
  reviewers: ['s2', 's3', 's4', 's5'],
}

const { kind: _preset, council: _standard, minimumMembers: _one, ...standard } = seatCouncil(PRESETS.standard, models)
const typical = { durationMs: 9_000, cost: { status: 'free', picoUsd: '0', estimated: false } } as const

const preset: Council = {
  ...{ id: 'standard', kind: 'preset', name: 'Standard', description: PRESETS.standard.description, isDefault: true },
  ...{ ...standard, voting: 'rank_and_score', missing: [], typical, version: null, createdAt: null, updatedAt: null },
}

const { name, ...choice } = sampleCouncilRequest
const seating = seatChoice('cou_06fd0z5m9b7k1r3s5t7v9x1z3c', settleChoice(choice), models)
const own: Council = {
  ...preset,
  ...{ id: seating.council, kind: 'own', name, description: seatingSentence(seating), isDefault: false },
  ...{ seats: seating.seats, members: seating.members, reviewers: seating.reviewers, chairman: seating.chairman },
  ...{ typical: { ...typical, durationMs: null }, version: 1, createdAt: AT, updatedAt: AT },
}

export const sampleCouncils = { data: [toCouncil(preset, NO_LINKS), toCouncil(own, NO_LINKS)] }
export const sampleCouncil = toCouncil(own, NO_LINKS)
export const sampleReplaced = toCouncil({ ...own, version: 2, updatedAt: AT + 60_000 }, NO_LINKS)
export const sampleDeletedCouncil = { id: own.id, object: 'council' as const, deleted: true as const }
