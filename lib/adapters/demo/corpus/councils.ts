import type { Article } from './article.ts'

/** How councils of models work, and what the built-in offline models are. */
export const COUNCIL_ARTICLES: Article[] = [
  {
    id: 'offline-models',
    title: 'The built-in offline models',
    domain: 'councils',
    aliases: ['hello', 'demo', 'offline', 'built-in', 'archivist', 'skeptic', 'teacher', 'analyst', 'editor'],
    sections: [
      {
        heading: 'What they are',
        sentences: [
          'The five built-in models are small programs that ship with this product, and none of them is a language model.',
          'Archivist, Skeptic, Teacher, Analyst and Editor look up a question in a small set of short English articles and put fitting sentences together.',
          'Every statement an offline model makes is taken from an article, so a question outside the articles gets an open "I have nothing on this" rather than an invented answer.',
        ],
      },
      {
        heading: 'What they are for',
        sentences: [
          'The offline models exist so that a new installation can hold a complete council in its first minute, without an account, a key or a network.',
          'Reviews by the offline models are real comparisons: each ballot weighs the answers against the question, the articles and one another.',
          'For example, ask "Why is the sky blue?" or "SQL or NoSQL for a small shop?" and watch the answers, the ballots and the final answer appear.',
        ],
      },
      {
        heading: 'What they know',
        sentences: [
          'The shipped articles cover five areas: councils of models, health, personal finance, computing and everyday questions.',
          'The offline models do not know the news, cannot calculate, translate or write code, and cannot read the web.',
          'Good topics to try are sleep, caffeine, blood pressure, compound interest, index funds, password hashing, HTTP caching, boiled eggs and learning a language.',
        ],
      },
      {
        heading: 'Moving on to real models',
        sentences: [
          'A real council needs a model provider: an OPENROUTER_API_KEY in the .env file is enough to put the same seats on language models.',
          'Any server that speaks the OpenAI protocol, Ollama on the same machine included, can be connected through the OPENAI_COMPATIBLE settings instead.',
          'The stages, the ballots, the counting and the receipt stay exactly the same with real models, but answers then cost money and deserve checking like any model output.',
        ],
      },
    ],
  },
  {
    id: 'llm-councils',
    title: 'How LLM councils work',
    domain: 'councils',
    aliases: ['council', 'ensemble', 'multiple models', 'panel', 'chairman', 'deliberation', 'llm'],
    sections: [
      {
        heading: 'Three stages',
        sentences: [
          'An LLM council answers a question in three stages: members answer independently, members review one another, and a chairman writes the final answer.',
          'Members of a council do not see each other while they answer, because independent first opinions are what makes later agreement informative.',
          'The chairman of a council reads every answer together with the reviews and writes one reply that keeps the best-supported points.',
        ],
      },
      {
        heading: 'Why ask several models',
        sentences: [
          'Different language models make different mistakes, so a claim that several of them reach separately is more likely to be right than a claim only one of them makes.',
          'In one measurement over 1,319 grade-school maths problems, the most common answer of four older models was right 31, 54, 84 and 96 per cent of the time when one, two, three or all four of them agreed.',
          'Suppose three of four members name the same cause for a software fault: the fourth answer is then the one to read most carefully, since it is either the error or the insight.',
        ],
      },
      {
        heading: 'What a council costs',
        sentences: [
          'A council of four members with mutual review makes nine requests for one question: four answers, four reviews and one synthesis.',
          'Review is often about half of the cost of a council, because every reviewer has to read all the answers.',
          'A council takes as long as its slowest member in each stage, so three stages feel slower than one model unless the work is shown while it happens.',
        ],
      },
      {
        heading: 'Limits',
        sentences: [
          'A council is not automatically better than its best member: on the same maths problems a vote of four models scored 56.3 per cent and the best single model 56.2 per cent.',
          'A council gains most when its members are similarly strong and fail in different ways, and least when they share training data and therefore share errors.',
          'Simple questions such as a greeting, a sum or a short translation rarely need a council, and a single model answers them faster and more cheaply.',
        ],
      },
    ],
  },
  {
    id: 'peer-review',
    title: 'Peer review and anonymity',
    domain: 'councils',
    aliases: ['anonymous', 'reviewer', 'judge', 'bias', 'blind', 'ballot', 'label', 'self-preference'],
    sections: [
      {
        heading: 'Why reviews are anonymous',
        sentences: [
          'Reviewers in a council see answers under neutral labels such as A, B and C, so that a famous model name cannot earn points by itself.',
          'Anonymous labels also make it harder for a model to recognise and favour its own writing, a habit known as self-preference.',
          'Anonymity is never perfect, because style gives authors away: a model that loves tables can be recognised by its tables.',
        ],
      },
      {
        heading: 'Known biases of judges',
        sentences: [
          'Model judges tend to prefer longer answers, even where the extra length adds nothing.',
          'Position bias means that the first answer shown is judged more kindly or more harshly merely because of its place, which is why the order should be shuffled anew for each reviewer.',
          'Confident wording impresses judges too, although confidence and correctness are only loosely related.',
        ],
      },
      {
        heading: 'Leaving out the own answer',
        sentences: [
          'The simplest protection against self-votes is to leave the own answer off each ballot, so that nothing a reviewer writes can move its own place.',
          'Leaving out own answers has a price: with three members each pair of answers is compared by only one judge, too few to measure agreement.',
          'For example, with four members every reviewer ranks three answers, and each pair of answers is compared by two judges.',
        ],
      },
      {
        heading: 'What a good review contains',
        sentences: [
          'A useful review scores several criteria separately, for instance accuracy, completeness, reasoning and clarity on a scale from 1 to 5, and then ranks the answers.',
          'A review should name something concrete in the answer, because a score without a reason cannot be checked.',
          'An unreadable review should count as missing rather than as a zero, since a zero would punish the answer for a fault of the judge.',
        ],
      },
    ],
  },
  {
    id: 'voting-rules',
    title: 'Voting rules: Borda and Condorcet',
    domain: 'councils',
    aliases: [
      'vote',
      'election',
      'ranking',
      'ranked choice',
      'copeland',
      'plurality',
      'instant runoff',
      'count',
      'winner',
    ],
    sections: [
      {
        heading: 'The Borda count',
        sentences: [
          'The Borda count gives each candidate points for its place on every ballot: with four candidates the first place earns 3 points, the second 2, the third 1 and the last 0.',
          'The Borda count rewards candidates that nearly everybody ranks fairly high, so a broad compromise can beat a divisive favourite.',
          'Normalized Borda divides the points by the most that were possible, which keeps scores between 0 and 1 and lets ballots of different lengths be added fairly.',
        ],
      },
      {
        heading: 'Condorcet methods',
        sentences: [
          'A Condorcet winner is a candidate that beats every other candidate in a head-to-head majority comparison.',
          'A Condorcet winner does not always exist, because majorities can run in a circle: A beats B, B beats C and C beats A.',
          'Condorcet methods such as Copeland and Schulze elect the Condorcet winner whenever there is one and differ in how they break circles.',
        ],
      },
      {
        heading: 'When the two disagree',
        sentences: [
          'The Borda winner and the Condorcet winner can be different candidates, because Borda counts how far apart places are while Condorcet counts only who is ahead.',
          'Suppose three voters rank A, B, C and two voters rank B, C, A: head to head A beats both others by three to two, yet Borda elects B with 7 points against 6.',
          'Borda can be manipulated by burying a strong rival at the bottom of the ballot, and adding a weak candidate can change who wins.',
        ],
      },
      {
        heading: 'Does the rule matter?',
        sentences: [
          'No voting rule is perfect: Arrow showed in 1951 that no rule for three or more ranked candidates can satisfy a short list of reasonable conditions all at once.',
          'In simulations with three to ten noisy judges and three to six answers, the common rules pick the best answer within about one percentage point of each other.',
          'Independence of the judges matters far more than the rule, since judges who share an error will outvote the truth under every method.',
        ],
      },
    ],
    table: {
      columns: ['', 'Borda count', 'Condorcet methods'],
      rows: [
        ['Counts', 'Places on every ballot', 'Head-to-head majorities'],
        ['Favours', 'Broad compromise', 'Majority favourite'],
        ['Always has a winner', 'Yes, apart from ties', 'No, circles are possible'],
        ['Weak spot', 'Burying a rival', 'Needs a rule for circles'],
      ],
    },
  },
  {
    id: 'why-models-disagree',
    title: 'Why language models disagree',
    domain: 'councils',
    aliases: [
      'ai',
      'chatgpt',
      'gpt',
      'claude',
      'gemini',
      'hallucination',
      'consensus',
      'agreement',
      'temperature',
      'llm',
    ],
    sections: [
      {
        heading: 'Different training',
        sentences: [
          'Language models disagree first of all because they were trained on different text, up to different dates, and tuned by different people towards different habits.',
          'A language model that was trained until last year cannot know what happened last week unless it is given a source.',
          'Tuning teaches one model to be brief and another to hedge, so two answers may differ in tone while agreeing in substance.',
        ],
      },
      {
        heading: 'Chance',
        sentences: [
          'Language models pick each next word from a probability distribution, so the same model can answer the same question differently twice.',
          'A lower temperature makes the choice of words more predictable, but it does not make a wrong belief right.',
          'For example, ask one model the same arithmetic puzzle five times: a wobbling answer is a sign of guessing, a stable answer is a sign of confidence, and neither is proof.',
        ],
      },
      {
        heading: 'The question itself',
        sentences: [
          'Many disagreements come from the question rather than from the models, because an ambiguous question invites different readings.',
          'Matters of taste and judgement have no single right answer, so disagreement between models there is information and not an error.',
          'Asking again with the missing detail filled in, such as a country, a date or a budget, removes many apparent contradictions.',
        ],
      },
      {
        heading: 'Reading disagreement',
        sentences: [
          'Agreement between different models is one of the best cheap signals that an answer is right, yet models with shared training data can also be wrong together.',
          'A fluent, specific and false statement is called a hallucination, and it is easiest to notice when no other model repeats it.',
          'When models disagree about a fact, a primary source settles it better than a vote.',
        ],
      },
    ],
  },
]
