/** The languages of the interface, each under its BCP 47 tag. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const

export type Language = (typeof LANGUAGES)[number]

/** Where nobody says anything else. */
export const DEFAULT_LANGUAGE: Language = 'en'

/** What each language calls itself, so that people find theirs on a page they cannot read. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
}

/** The language that an `Accept-Language` header likes best of ours; regions count as their language. */
export function acceptedLanguage(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',', 50)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag: tag.trim().toLowerCase(), weight: weight ? Number(weight.trim().slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const language = LANGUAGES.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`))
    if (language) return language
  }
  return DEFAULT_LANGUAGE
}
