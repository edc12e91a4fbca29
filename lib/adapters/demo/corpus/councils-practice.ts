import type { Article } from './article.ts'

/** Working with a council: how to ask it, and what to make of one that was not complete. */
export const COUNCIL_PRACTICE_ARTICLES: Article[] = [
  {
    id: 'asking-well',
    title: 'Asking a council well',
    domain: 'councils',
    aliases: ['prompt', 'prompting', 'question', 'ask', 'asking', 'context', 'follow-up', 'wording'],
    sections: [
      {
        heading: 'What to put in',
        sentences: [
          'A good question names the goal, the situation and the limits, because members of a council cannot ask back before they answer.',
          'Numbers, dates, places and versions belong in the question, since a member that has to guess them will guess differently from the next one.',
          'For example, "Which database for a booking site with two developers and few visitors?" gets more useful answers than "Which database is best?".',
        ],
      },
      {
        heading: 'One thing at a time',
        sentences: [
          'A question that asks for several things at once is answered unevenly: one member treats the first part at length, another the last.',
          'Reviewers compare answers more fairly when all of them answer the same narrow question.',
          'Large tasks are better cut into turns, where each follow-up builds on the answer that was given before.',
        ],
      },
      {
        heading: 'Leading questions',
        sentences: [
          'A question that contains its own answer invites agreement, and several models can then agree with the asker rather than with the facts.',
          'Neutral wording such as "What speaks for and against this plan?" brings out objections that "Why is this plan good?" hides.',
          'Asking for the strongest argument against a conclusion is a cheap test of how firmly the conclusion stands.',
        ],
      },
      {
        heading: 'When to stop asking',
        sentences: [
          'A second council on the same question shows how stable an answer is, but repeating until the answer pleases only selects for luck.',
          'Facts that matter for health, money or law should be checked at a primary source, however many members repeat them.',
          'Decisions that depend on personal values remain with the person who asks, and a council can only lay out what follows from each choice.',
        ],
      },
    ],
  },
  {
    id: 'incomplete-councils',
    title: 'When a council is not complete',
    domain: 'councils',
    aliases: ['degraded', 'quorum', 'timeout', 'failed', 'failure', 'missing member', 'partial', 'retry', 'incomplete'],
    sections: [
      {
        heading: 'What can go missing',
        sentences: [
          'A member of a council can fail to answer because its provider is overloaded, refuses the question or does not respond in time.',
          'A reviewer can return a ballot that cannot be read, and a ballot that stays unreadable after one repair is left out of the count.',
          'The chairman can fail as well, and the best-ranked answer of a member then stands in for the final one and is marked as such.',
        ],
      },
      {
        heading: 'Why an incomplete council still answers',
        sentences: [
          'Waiting without end for a silent member would make every council as unreliable as its weakest provider, so each call has a time limit.',
          'Two members are the least with which a review makes sense, because a single answer has nothing to be compared with.',
          'Suppose one of four members is down: the other three still review one another, and the result says plainly who was missing.',
        ],
      },
      {
        heading: 'Reading such a result',
        sentences: [
          'An answer of lower quality is not necessarily wrong, but fewer independent opinions stand behind it.',
          'Agreement among two ballots says little, which is why a council should state how many ballots a figure of agreement rests on.',
          'The notice above an incomplete answer names each seat that dropped out together with the reason.',
        ],
      },
      {
        heading: 'What can be done',
        sentences: [
          'Asking only the failed members again costs less than a new council, because answers that were finished are kept.',
          'A stopped council can write its answer from what is there, as long as at least one member had begun.',
          'Repeated failure of the same seat is a reason to give that seat another model, or to look at the limits of its provider.',
        ],
      },
    ],
  },
]
