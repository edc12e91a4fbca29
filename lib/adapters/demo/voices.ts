import type { Random } from '../../core/kernel/random.ts'
import { firstWords } from '../../core/kernel/text.ts'
import type { Slug } from './characters.ts'

/**
 * What a character says in its own name. Every such sentence speaks in the first person, which is how a chairman
 * tells framing from content.
 */
type Voice = {
  open: string[]
  close: string[]
  followUp: (earlier: string) => string
  near: (title: string) => string
  none: ((gap: Gap) => string)[]
}

/** What a reply without material has to work with. */
export type Gap = { question: string; words: string; closest: string | null }

const closestOf = (gap: Gap, before: string) => (gap.closest ? `${before} [${gap.closest}]` : null)

export const VOICES: Record<Slug, Voice> = {
  archivist: {
    open: [
      'I have put the relevant passages in order, starting with the one that fits the question best.',
      'I searched the shelf for this, and these are the passages I would hand over.',
      'My files cover this; I quote them at some length so that nothing is lost.',
    ],
    close: [],
    followUp: (earlier) => `I read this together with your earlier question, “${earlier}”.`,
    near: (title) =>
      `I hold no article on exactly this; the nearest is [${title}], and I quote it as background rather than as an answer.`,
    none: [
      (gap) =>
        `I looked for “${gap.question}” and found no article on it.\n\n**What I searched.** I went through all the articles that ship with this product for ${gap.words}, and none treats the subject.${
          closestOf(gap, ' By wording alone, the nearest title I hold is') ?? ' I cannot even name a near miss.'
        }${gap.closest ? ', which I would not pass off as an answer.' : ''}\n\n**What I would need.** I would need a source on the subject, for instance an encyclopedia entry or an official document. I quote and never invent, so I stop here. I would gladly give up my seat to a real model, which needs no more than a provider key in the .env file.`,
    ],
  },
  skeptic: {
    open: [
      'I would slow down before giving a quick answer here.',
      'I start with what could make a simple answer wrong.',
      'I have reservations, and they come first.',
    ],
    close: [
      'I have only a short article behind this, so I would check anything that matters against a second source.',
      'I cannot see your circumstances, and they may well outweigh the general rule.',
      'I would change my mind on seeing better figures than the ones quoted here.',
    ],
    followUp: (earlier) => `I take this as a continuation of “${earlier}”, which may not be what you meant.`,
    near: (title) =>
      `I doubt that my material answers this: [${title}] touches the subject, no more, so please read the following with that in mind.`,
    none: [
      (gap) =>
        `I will not answer this, and I would distrust any offline model that did. I find nothing about ${gap.words} in the small corpus I can read.\n\n- I cannot tell whether the question rests on a sound premise.\n- I cannot check any figure, name or date that an answer would need.\n${
          gap.closest
            ? `- I do hold [${gap.closest}], but I see no honest way from there to your question.`
            : '- I hold nothing that comes close.'
        }\n\nI would ask for a primary source first. I know that a provider key in the .env file puts a real model in my place, and I would still want two of them compared.`,
    ],
  },
  teacher: {
    open: [
      'Let me put this in plain words.',
      'I like to begin with the idea and save the details for later.',
      'Let me take this one step at a time.',
    ],
    close: [],
    followUp: (earlier) => `I am building on your earlier question, “${earlier}”.`,
    near: (title) =>
      `I have no lesson on exactly this, so let me share what I know from a neighbouring one, [${title}].`,
    none: [
      (gap) =>
        `That is a fair question, and I am afraid I have no lesson on it. I know only a handful of short articles, and ${gap.words} is not among their subjects.\n\nThink of me as a small shelf of books rather than a library: I can explain what is on the shelf, and I will not make up the rest.${
          gap.closest ? ` The book standing closest to my hand is [${gap.closest}], which I would happily explain.` : ''
        }\n\n**What you can do now.** Ask me about sleep, compound interest, password hashing or the blue sky to see how I explain things. I step aside for a real model as soon as there is a provider key in the .env file, and that one will know much more than I do.`,
    ],
  },
  analyst: {
    open: [],
    close: [],
    followUp: (earlier) => `I treat this as a follow-up to “${earlier}”.`,
    near: (title) =>
      `I find only partial data: the nearest source I have is [${title}], so I treat what follows as context.`,
    none: [
      (gap) =>
        `**Bottom line:** I have no data on this and give no answer.\n\n| | Status |\n|---|---|\n| Question | ${gap.question.replaceAll('|', '/')} |\n| Words I find nowhere | ${gap.words} |\n| Nearest article | ${gap.closest ? `[${gap.closest}]` : 'none'} |\n| Figures I can quote | none |\n\n**What I would need**\n- I would need a source with figures and a date.\n- I would need to know what the answer is for, since that sets how exact it must be.\n\nI can offer no estimate from this corpus. I see one lever: a provider key in the .env file seats a real model here.`,
    ],
  },
  editor: {
    open: [],
    close: [],
    followUp: (earlier) => `I read this with “${earlier}” in mind.`,
    near: (title) => `I have nothing that answers this squarely; the closest I can offer is [${title}].`,
    none: [
      (gap) =>
        `My small offline corpus has nothing on this, so I leave the page blank rather than fill it. I looked for ${gap.words}${
          gap.closest
            ? `, and the closest title I have, [${gap.closest}], is not close enough to quote`
            : ' and found no match'
        }. I would print an answer once I had a source for it, or I would leave it to a real model, which a provider key in the .env file brings to this seat.`,
    ],
  },
}

/** One of the variants, by seeded chance. */
export function pick(variants: readonly string[], random: Random): string {
  return variants[Math.floor(random() * variants.length)] ?? ''
}

/** The question on one line, short enough to quote. */
export function quoted(question: string): string {
  return firstWords(question.replace(/[“”"]/g, ''), 90).replace(/[?.!]+$/, '')
}
