/** Names of the five characters; the model id is `demo/<slug>`. */
export const SLUGS = ['archivist', 'skeptic', 'teacher', 'analyst', 'editor'] as const
export type Slug = (typeof SLUGS)[number]

/** What a reviewer looks at in an answer; each is measured on a scale of 0 to 1. */
export const FEATURES = [
  'coverage',
  'grounding',
  'support',
  'depth',
  'reasons',
  'caveats',
  'figures',
  'example',
  'fit',
  'structure',
] as const
export type Feature = (typeof FEATURES)[number]

/** How one character reviews: what it values, which length it finds right, and how erratic it is. */
export type Taste = { weights: Record<Feature, number>; idealWords: number; noise: number }

export type Character = {
  slug: Slug
  name: string
  description: string
  wordsPerS: number
  firstTextMs: number
  /** How much it trusts its own eye over the search ranking, 0 to 1; more makes its answers less predictable. */
  whim: number
  taste: Taste
}

/** Everything that makes the five offline models different, apart from their voices. */
export const CHARACTERS: Record<Slug, Character> = {
  archivist: {
    slug: 'archivist',
    name: 'Archivist',
    description: 'Thorough: quotes whole passages in order and names where they come from.',
    wordsPerS: 88,
    firstTextMs: 620,
    whim: 0.25,
    taste: {
      weights: {
        coverage: 3,
        grounding: 3,
        support: 1,
        depth: 2.5,
        reasons: 1,
        caveats: 0.5,
        figures: 0.5,
        example: 0.5,
        fit: 1,
        structure: 1,
      },
      idealWords: 170,
      noise: 0.1,
    },
  },
  skeptic: {
    slug: 'skeptic',
    name: 'Skeptic',
    description: 'Caveats first: says what could be wrong before saying what holds.',
    wordsPerS: 52,
    firstTextMs: 900,
    whim: 0.45,
    taste: {
      weights: {
        coverage: 2.5,
        grounding: 2.5,
        support: 2.5,
        depth: 0,
        reasons: 1.5,
        caveats: 3,
        figures: 0.5,
        example: 0,
        fit: 2.5,
        structure: 0.5,
      },
      idealWords: 100,
      noise: 0.14,
    },
  },
  teacher: {
    slug: 'teacher',
    name: 'Teacher',
    description: 'Plain words: explains the idea, gives an example and one thing to remember.',
    wordsPerS: 58,
    firstTextMs: 430,
    whim: 0.4,
    taste: {
      weights: {
        coverage: 3,
        grounding: 1.5,
        support: 1,
        depth: 0.5,
        reasons: 2.5,
        caveats: 0,
        figures: 0.5,
        example: 2,
        fit: 2.5,
        structure: 1,
      },
      idealWords: 110,
      noise: 0.14,
    },
  },
  analyst: {
    slug: 'analyst',
    name: 'Analyst',
    description: 'Structured: a bottom line, figures, trade-offs, and a table where options compare.',
    wordsPerS: 70,
    firstTextMs: 540,
    whim: 0.35,
    taste: {
      weights: {
        coverage: 3,
        grounding: 2,
        support: 1,
        depth: 1,
        reasons: 1,
        caveats: 1,
        figures: 2.5,
        example: 0,
        fit: 1,
        structure: 2.5,
      },
      idealWords: 140,
      noise: 0.12,
    },
  },
  editor: {
    slug: 'editor',
    name: 'Editor',
    description: 'Concise: one tight paragraph with only what the question needs.',
    wordsPerS: 64,
    firstTextMs: 280,
    whim: 0.3,
    taste: {
      weights: {
        coverage: 3.5,
        grounding: 2,
        support: 2.5,
        depth: 0,
        reasons: 1,
        caveats: 0.5,
        figures: 1,
        example: 0.5,
        fit: 3,
        structure: 0.5,
      },
      idealWords: 90,
      noise: 0.1,
    },
  },
}
