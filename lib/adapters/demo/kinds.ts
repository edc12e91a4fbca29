/** What a sentence does for a reader, told from its cue words. */
export type Kind = 'figure' | 'caveat' | 'example' | 'reason' | 'verdict'

const CUES: Record<Kind, RegExp> = {
  figure:
    /\d|\b(half|twice|third|nine in ten)\b|\b(two|three|four|five|six|seven|eight|ten)\b.{0,12}\b(month|year|week|day|hour|minute)s?\b/i,
  caveat: /\b(but|however|although|though|yet|unless|not|never|no single|cannot|rarely|depends?|risk|wrong)\b/i,
  example: /^(for example|suppose|imagine)\b/i,
  verdict:
    /\b(should|best|safer|worth|recommends?|usually|start with|belongs?|pays off|wiser|default|most|at least|up to|beats?|matters? more|helps?|hard|signs? of|shortened)\b/i,
  reason: /\b(because|since|so that|so|therefore|which is why|that is why|hence)\b/i,
}

export function isKind(kind: Kind, sentence: string): boolean {
  return CUES[kind].test(sentence)
}

/** What kind of sentence a question asks for; null where any will do. */
export function askedKind(question: string): Kind | null {
  if (/\bhow (long|much|many|often|large|big|fast|old|high)\b/i.test(question)) return 'figure'
  if (/\bwhy\b/i.test(question)) return 'reason'
  if (
    /\b(should|shall|best|better|good|bad|worth|choose|recommend|safe|ought|or)\b|^how (do|can) (i|we)\b/i.test(
      question,
    )
  ) {
    return 'verdict'
  }
  return null
}

const HEADINGS: Partial<Record<Kind, RegExp>> = {
  figure: /^how (much|large|long)|timing|numbers|costs?\b/i,
  reason: /^why|come from|happens|scattered|different/i,
  verdict: /how to|choos|helps?|works\b|a recipe|in practice|using|habits|too much/i,
}

/** True when a section's heading promises the kind of sentence that was asked for. */
export function promises(heading: string, kind: Kind | null): boolean {
  return kind !== null && (HEADINGS[kind]?.test(heading) ?? false)
}
