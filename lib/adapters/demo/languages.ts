import { wordsOf } from './words.ts'

type Language = { sign: RegExp | string[]; note: string }

/** How to notice a language, and one honest sentence in it. Scripts come first, then frequent small words. */
const LANGUAGES: Language[] = [
  { sign: /[\u3040-\u30ff]/, note: '私はオフラインのデモで、短い英語の記事しか読めません。' },
  { sign: /[\u4e00-\u9fff]/, note: '我是离线演示程序，只有一些简短的英文文章。' },
  { sign: /[\uac00-\ud7af]/, note: '저는 오프라인 데모이며 짧은 영어 글만 가지고 있습니다.' },
  { sign: /[\u0400-\u04ff]/, note: 'Я офлайн-демо, и у меня есть только короткие статьи на английском языке.' },
  { sign: /[\u0600-\u06ff]/, note: 'أنا نسخة تجريبية تعمل دون اتصال، ولدي مقالات قصيرة بالإنجليزية فقط.' },
  {
    sign: ['der', 'die', 'das', 'ist', 'und', 'wie', 'warum', 'ich', 'ein', 'eine', 'nicht', 'mit'],
    note: 'Ich bin eine Offline-Demo und habe nur kurze englische Artikel.',
  },
  {
    sign: ['le', 'la', 'les', 'est', 'et', 'pourquoi', 'comment', 'je', 'une', 'des', 'du', 'quelle'],
    note: 'Je suis une démo hors ligne et je ne dispose que de courts articles en anglais.',
  },
  {
    sign: ['el', 'los', 'las', 'es', 'por', 'que', 'como', 'cual', 'una', 'para', 'cuanto', 'y'],
    note: 'Soy una demo sin conexión y solo tengo artículos breves en inglés.',
  },
  {
    sign: ['il', 'lo', 'gli', 'perche', 'come', 'che', 'quanto', 'di', 'sono', 'della', 'un', 'qual'],
    note: 'Sono una demo offline e ho solo brevi articoli in inglese.',
  },
  {
    sign: ['o', 'os', 'qual', 'nao', 'porque', 'uma', 'com', 'do', 'da', 'quanto', 'voce', 'e'],
    note: 'Sou uma demonstração offline e tenho apenas artigos curtos em inglês.',
  },
]

/** A sentence in the language of the question that says the articles are in English; null for English itself. */
export function languageNote(question: string): string | null {
  const words = wordsOf(question)
  const english = words.filter((word) => ENGLISH.has(word)).length
  let best: { note: string; count: number } | null = null
  for (const { sign, note } of LANGUAGES) {
    if (sign instanceof RegExp) {
      if (sign.test(question)) return note
      continue
    }
    const count = words.filter((word) => sign.includes(word)).length
    if (count >= 2 && count > english && count > (best?.count ?? 0)) best = { note, count }
  }
  return best?.note ?? null
}

const ENGLISH = new Set([
  'the',
  'is',
  'are',
  'what',
  'how',
  'why',
  'do',
  'does',
  'a',
  'an',
  'of',
  'to',
  'and',
  'in',
  'my',
  'i',
  'should',
  'can',
])

/** True for a sentence that `languageNote` may have written. */
export function isLanguageNote(sentence: string): boolean {
  return LANGUAGES.some(({ note }) => note === sentence)
}
