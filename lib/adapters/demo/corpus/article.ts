export type Domain = 'councils' | 'health' | 'finance' | 'computing' | 'everyday'

/** A few sentences on one aspect; every sentence can stand alone, because answers are composed of single ones. */
export type Section = { heading: string; sentences: string[] }

/** Figures or options side by side, as the article's author laid them out. */
export type ArticleTable = { columns: string[]; rows: string[][] }

/** One short article of the shipped corpus. */
export type Article = {
  id: string
  title: string
  domain: Domain
  /** Words people use for the topic that the text itself may not. */
  aliases: string[]
  sections: Section[]
  table?: ArticleTable
}
