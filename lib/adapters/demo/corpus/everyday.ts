import type { Article } from './article.ts'

/** Questions of everyday life. */
export const EVERYDAY_ARTICLES: Article[] = [
  {
    id: 'boiling-eggs',
    title: 'Boiling eggs',
    domain: 'everyday',
    aliases: ['egg', 'boil', 'soft-boiled', 'hard-boiled', 'yolk', 'cook', 'breakfast', 'peel', 'kitchen'],
    sections: [
      {
        heading: 'Timing',
        sentences: [
          'A medium egg lowered into boiling water is soft after about 6 minutes, jammy after 8 and hard after 10 to 12.',
          'Large eggs and eggs straight from the fridge need about a minute more than small eggs at room temperature.',
          'For example, two large fridge-cold eggs for a ramen with a creamy yolk take about 7 to 8 minutes and then go straight into cold water.',
        ],
      },
      {
        heading: 'What happens inside',
        sentences: [
          'Egg white begins to set at a little over 60 °C and the yolk at about 65 to 70 °C, so timing decides how far the heat has travelled.',
          'Overcooked eggs get a green-grey ring because iron from the yolk meets sulphur from the white, which looks odd but is harmless.',
          'Water boils at about 95 °C at an altitude of 1,500 metres, so eggs in the mountains take longer.',
        ],
      },
      {
        heading: 'Peeling and cracking',
        sentences: [
          'Very fresh eggs are hard to peel, because their white clings to the inner skin, and eggs of a week or more peel more easily.',
          'Starting in boiling rather than cold water and cooling the eggs in ice water afterwards makes peeling easier.',
          'Pricking the blunt end may reduce cracks a little, but gently lowering the eggs with a spoon matters more.',
        ],
      },
      {
        heading: 'Keeping and safety',
        sentences: [
          'Hard-boiled eggs keep for about one week in the fridge and should not stand at room temperature for more than two hours.',
          'Soft-boiled eggs are not heated enough to kill all germs, so pregnant women, small children and people with weak immunity are often advised to eat them hard.',
          'An egg that floats in water is old rather than necessarily bad, and its smell after opening is the better test.',
        ],
      },
    ],
    table: {
      columns: ['Minutes in boiling water', 'White', 'Yolk'],
      rows: [
        ['6', 'Just set', 'Runny'],
        ['8', 'Firm', 'Jammy'],
        ['10 to 12', 'Firm', 'Set through'],
      ],
    },
  },
  {
    id: 'blue-sky',
    title: 'Why the sky is blue',
    domain: 'everyday',
    aliases: ['sky', 'blue', 'rayleigh', 'scattering', 'sunset', 'sunrise', 'light', 'colour', 'color', 'atmosphere'],
    sections: [
      {
        heading: 'Scattered light',
        sentences: [
          'The sky is blue because air molecules scatter short, blue waves of sunlight far more than long, red ones.',
          'Rayleigh scattering grows with the inverse fourth power of the wavelength, so blue light at 450 nm is scattered almost six times as strongly as red light at 700 nm.',
          'Scattered blue light reaches the eye from every direction of the sky, whereas the rest of the sunlight comes almost straight from the sun.',
        ],
      },
      {
        heading: 'Why not violet?',
        sentences: [
          'Violet light is scattered even more than blue, but sunlight contains less of it, part of it is absorbed high in the atmosphere, and human eyes are less sensitive to it.',
          'The eye responds to the whole mixture of scattered light, and that mixture looks like a pale blue.',
          'Colour is therefore partly a fact of physics and partly a fact of the eye.',
        ],
      },
      {
        heading: 'Sunsets',
        sentences: [
          'A low sun shines through a much longer path of air, which removes most of the blue and leaves orange and red.',
          'Imagine a torch shining through a glass of water with a few drops of milk: from the side the water looks bluish, and from the end the light looks orange.',
          'Fine dust or smoke can deepen a sunset, but thick haze makes it dull.',
        ],
      },
      {
        heading: 'Clouds, space and other worlds',
        sentences: [
          'Clouds look white because their droplets are much larger than the wavelength of light and scatter all colours about equally.',
          'Without an atmosphere the sky is black even by day, as photographs from the moon show.',
          'The daytime sky of Mars looks butterscotch, since fine dust rather than thin air does most of the scattering there.',
          'The common belief that the sky reflects the blue of the sea is wrong, because the sky is just as blue over a desert.',
        ],
      },
    ],
  },
  {
    id: 'learning-languages',
    title: 'Learning a language',
    domain: 'everyday',
    aliases: [
      'language',
      'vocabulary',
      'spanish',
      'french',
      'japanese',
      'fluent',
      'grammar',
      'study',
      'speak',
      'flashcard',
    ],
    sections: [
      {
        heading: 'How long it takes',
        sentences: [
          'The American Foreign Service Institute plans about 600 to 750 class hours for English speakers to reach a working level in Spanish or French, and about 2,200 hours for Japanese or Arabic.',
          'Hours count more than years: half an hour a day adds up to about 180 hours in a year.',
          'Estimates for diplomats in full-time courses do not transfer exactly to evenings at home, but the ratio between languages does give a feeling for the distance.',
        ],
      },
      {
        heading: 'What works',
        sentences: [
          'Spaced repetition, which shows a word again just before it would be forgotten, keeps vocabulary with the least effort.',
          'Recalling a word from memory strengthens it more than reading it again, so flashcards should ask before they show.',
          'Plenty of reading and listening that is mostly understandable builds a feeling for the language that rules alone do not give.',
          'Speaking from the first weeks, even badly, shows which words are missing.',
        ],
      },
      {
        heading: 'A week that works',
        sentences: [
          'For example, a beginner might do 15 minutes of flashcards every day, two podcasts for learners a week and one conversation with a tutor.',
          'The most frequent 2,000 to 3,000 words cover the great majority of everyday conversation, so they deserve the first months.',
          'Short daily sessions beat one long session at the weekend, because forgetting sets in within days.',
        ],
      },
      {
        heading: 'Common disappointments',
        sentences: [
          'Apps are good at building a habit but rarely lead to conversation on their own.',
          'A plateau at the intermediate level is normal, since each new word is rarer and progress is harder to notice.',
          'Adults keep an accent more often than children do, yet they learn vocabulary and grammar faster at first.',
        ],
      },
    ],
  },
  {
    id: 'remote-work',
    title: 'Working remotely',
    domain: 'everyday',
    aliases: [
      'remote',
      'home office',
      'hybrid',
      'telework',
      'wfh',
      'office',
      'meeting',
      'commute',
      'productivity',
      'team',
      'work',
    ],
    sections: [
      {
        heading: 'What studies found',
        sentences: [
          'In a trial with 1,612 employees of a Chinese travel company, published in 2024, two days a week at home lowered resignations by a third and did not change performance.',
          'An earlier experiment in the same company found a rise in performance of 13 per cent at home, yet about half of that group later chose to return to the office.',
          'Results from call centres and programmers do not carry over to every job, since work that needs equipment or patients cannot move home.',
        ],
      },
      {
        heading: 'What people gain and lose',
        sentences: [
          'Remote work saves the commute and gives quiet hours, and many people value that as much as a rise in pay.',
          'Newcomers learn less by watching when everybody is at home, so they need mentoring that is planned rather than left to chance.',
          'Loneliness and blurred evenings are the most frequent complaints about remote work, and fixed working hours help against both.',
        ],
      },
      {
        heading: 'Habits of good remote teams',
        sentences: [
          'Good remote teams write things down: decisions, plans and open questions live in documents that anybody can find later.',
          'For example, a team across three time zones can replace the daily meeting by a short written update and keep one shared hour for questions.',
          'Meetings work better when either everyone is in the room or everyone is on a screen, because a mixed room forgets the people on the wall.',
        ],
      },
      {
        heading: 'Choosing a model',
        sentences: [
          'Hybrid work with two or three common office days keeps personal contact, but it fails if colleagues choose different days.',
          'Fully remote work widens the choice of people and saves rent, although it asks more of managers and of writing.',
          'The right mix depends on how much the tasks need joint thinking, quiet concentration or hands-on equipment.',
        ],
      },
    ],
    table: {
      columns: ['', 'Office', 'Hybrid', 'Remote'],
      rows: [
        ['Contact', 'Daily', 'On common days', 'Must be planned'],
        ['Quiet work', 'Hard in open rooms', 'At home', 'Easy'],
        ['Hiring', 'Nearby', 'Within reach', 'Anywhere'],
        ['Needs', 'Space', 'Agreed days', 'Writing and trust'],
      ],
    },
  },
]
