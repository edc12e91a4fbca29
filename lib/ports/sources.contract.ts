import { describe, expect, it } from 'vitest'
import { sourcePath } from '../core/sources/types.ts'
import type { Sources } from './sources.ts'

/** What every implementation of `Sources` promises. */
export function sourcesContract(name: string, make: () => Sources): void {
  describe(`sources of ${name}`, () => {
    it('finds each of its sources by id, and nothing else', () => {
      const sources = make()
      for (const source of sources.list()) expect(sources.get(source.id)).toEqual(source)
      for (const id of ['', 'no-such-source', '__proto__', 'constructor', '../etc/passwd'])
        expect(sources.get(id)).toBeNull()
    })

    it('has ids and anchors that fit into an address', () => {
      for (const { id, sections } of make().list()) {
        expect(new Set(sections.map((section) => section.id)).size).toBe(sections.length)
        for (const section of sections)
          expect(sourcePath(id, section.id)).toMatch(/^\/sources\/[a-z\d-]{1,64}#[a-z\d-]{1,64}$/)
      }
    })

    it('has something to read in every section', () => {
      for (const { sections } of make().list()) {
        expect(sections.length).toBeGreaterThan(0)
        for (const { heading, sentences } of sections) {
          expect(heading).not.toBe('')
          expect(sentences.length).toBeGreaterThan(0)
        }
      }
    })
  })
}
