/** A piece of a source that can be pointed at: `id` is its anchor on the source's page. */
export type SourceSection = { id: string; heading: string; sentences: string[] }

/** Something an answer may name as where it got a statement from, short enough to be read whole. */
export type Source = {
  /** Small letters, digits and hyphens. */
  id: string
  title: string
  /** What it is about, in a word or two: "Personal finance". */
  topic: string
  /** A caution that belongs to every use of it; null where none does. */
  note: string | null
  sections: SourceSection[]
  table: { columns: string[]; rows: string[][] } | null
}

/** Where a citation leads: a page of this product, at one section of it. */
export function sourcePath(sourceId: string, sectionId?: string): string {
  return `/sources/${sourceId}${sectionId ? `#${sectionId}` : ''}`
}
