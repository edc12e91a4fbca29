import { useLocale, useTranslations } from 'use-intl/react'

/** An error as the API tells it: a closed code, and a sentence in English. */
type Told = { code?: string; message: string }

/**
 * Says an error of the API in the reader's language by its code. In English the server's own sentence stands, which may know
 * more than the code.
 */
export function useProblem(): (problem: Told) => string {
  const t = useTranslations('problems')
  const locale = useLocale()
  return ({ code, message }) => {
    if (locale === 'en') return message
    return code !== undefined && t.has(code as 'other') ? t(code as 'other') : t('other')
  }
}
