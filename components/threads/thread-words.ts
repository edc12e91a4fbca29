import type { useTranslations } from 'use-intl/react'
import type { MessageKind } from './about-message.ts'
import type { ThreadMark } from './address.ts'

type Words = ReturnType<typeof useTranslations<'threads'>>

/** What a message is called in a sentence. */
export function messageName(t: Words, { key, name }: MessageKind): string {
  return t(`message.${key}`, { name })
}

/** "1 reply", "2 replies in 2 threads". */
export function repliesText(t: Words, marks: readonly Pick<ThreadMark, 'questions'>[]): string {
  const replies = t('replies', { count: marks.reduce((sum, { questions }) => sum + questions, 0) })
  return marks.length > 1 ? t('inThreads', { replies, threads: marks.length }) : replies
}
