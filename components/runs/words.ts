import { useTranslations } from 'use-intl/react'
import { useFigures } from '../language/figures.ts'
import { useSentences } from './sentences.ts'

/** The words, figures and sentences of a run, for functions that make texts of its state. */
export function useRunWords() {
  return { t: useTranslations('runs'), reason: useTranslations('reasons'), ...useFigures(), ...useSentences() }
}

export type RunWords = ReturnType<typeof useRunWords>
