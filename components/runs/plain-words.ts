import { firstWords } from '@/lib/core/kernel/text.ts'

/** The first words without the marks of markdown, for a line or two. */
export function plainWords(text: string, chars: number): string {
  const head = text.slice(0, chars * 4).replace(/^(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '')
  return firstWords(head.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`~|]/g, ''), chars)
}
