import type { Article } from './article.ts'

/** Habits and small illnesses; general information, not advice for one person. */
export const HEALTH_HABITS_ARTICLES: Article[] = [
  {
    id: 'physical-activity',
    title: 'Physical activity',
    domain: 'health',
    aliases: ['exercise', 'fitness', 'walking', 'running', 'sport', 'training', 'steps', 'strength', 'gym', 'sitting'],
    sections: [
      {
        heading: 'How much is recommended',
        sentences: [
          'The World Health Organization recommends 150 to 300 minutes of moderate activity a week for adults, or 75 to 150 minutes of vigorous activity.',
          'Exercises that strengthen the large muscles are recommended on two or more days a week in addition.',
          'Children and teenagers should average at least 60 minutes of activity a day over the week.',
        ],
      },
      {
        heading: 'What counts',
        sentences: [
          'Activity is moderate when talking is still possible but singing is not, and vigorous when a few words at a time are all that the breath allows.',
          'Brisk walking, cycling to the shops, gardening and climbing stairs all count, so no membership or equipment is needed.',
          'For example, half an hour of brisk walking on five days reaches the lower end of the recommendation.',
          'The familiar goal of 10,000 steps a day comes from the name of a Japanese pedometer of the 1960s rather than from a study.',
        ],
      },
      {
        heading: 'What activity does',
        sentences: [
          'Regular activity lowers the risk of heart disease, stroke, type 2 diabetes and several cancers, and it eases symptoms of depression.',
          'The largest gain lies between doing nothing and doing a little, because the benefit grows ever more slowly with each further hour.',
          'Strength and balance training helps older people to avoid falls and to stay independent.',
        ],
      },
      {
        heading: 'Starting safely',
        sentences: [
          'People who have long been inactive do best to begin with short, easy sessions and to add a little each week.',
          'Chest pain, fainting or unusual breathlessness during effort is a reason to stop and to seek medical help.',
          'A chronic illness rarely rules activity out, but the right kind and amount should be agreed with a doctor.',
        ],
      },
    ],
  },
  {
    id: 'common-cold',
    title: 'The common cold',
    domain: 'health',
    aliases: [
      'cold',
      'cough',
      'flu',
      'influenza',
      'sore throat',
      'runny nose',
      'antibiotics',
      'virus',
      'fever',
      'infection',
    ],
    sections: [
      {
        heading: 'What causes it',
        sentences: [
          'A common cold is an infection of nose and throat by one of many viruses, most often a rhinovirus.',
          'Cold viruses spread by droplets and by hands that touch a face, so washing hands is one of the simplest protections.',
          'Adults catch two or three colds a year on average, and small children catch more because their immune system meets each virus for the first time.',
        ],
      },
      {
        heading: 'How long it lasts',
        sentences: [
          'Most colds are over within seven to ten days, although a cough can linger for up to three weeks.',
          'Influenza begins suddenly with high fever and aching limbs, whereas a cold creeps in with a sore throat and a running nose.',
          'Yellow or green mucus is a normal stage of a cold and does not by itself mean that bacteria are at work.',
        ],
      },
      {
        heading: 'What helps',
        sentences: [
          'No medicine cures a cold, so treatment aims at comfort: rest, enough to drink, and painkillers or nose drops for a short time.',
          'Antibiotics do nothing against viruses, and needless use breeds resistant bacteria and causes side effects.',
          'Decongestant nose drops should not be used for more than about a week, because the lining swells again when they are stopped.',
          'For example, a teaspoon of honey before bed eases a cough at night, but honey must never be given to babies under one year.',
        ],
      },
      {
        heading: 'When to see a doctor',
        sentences: [
          'Breathlessness, chest pain, confusion or a fever that returns after it had gone deserves prompt medical advice.',
          'Babies, very old people and people with a weak immune system should be seen earlier than others.',
          'Symptoms that get worse after a week, or last much longer than ten days, can point to a complication such as sinusitis or pneumonia.',
        ],
      },
    ],
  },
  {
    id: 'drinking-water',
    title: 'Drinking enough water',
    domain: 'health',
    aliases: ['hydration', 'dehydration', 'thirst', 'drink', 'fluid', 'urine', 'litres', 'water', 'electrolytes'],
    sections: [
      {
        heading: 'How much is enough',
        sentences: [
          'The European Food Safety Authority gives about 2 litres of water a day for women and 2.5 litres for men as adequate, with food included.',
          'Roughly a fifth to a third of the daily water comes from food, above all from fruit, vegetables and soups.',
          'No study stands behind the rule of eight glasses a day, and thirst is a good guide for most healthy adults.',
        ],
      },
      {
        heading: 'Signs of too little',
        sentences: [
          'Dark urine, a dry mouth, headache and tiredness are early signs of a lack of fluid.',
          'Pale yellow urine usually means that a person drinks enough, although vitamins and some foods change the colour.',
          'Older people feel thirst less, so a fixed glass with every meal helps them to drink enough.',
        ],
      },
      {
        heading: 'When more is needed',
        sentences: [
          'Heat, hard effort, fever, vomiting and diarrhoea raise the need for fluid, and pregnancy and breastfeeding do so too.',
          'For example, somebody who works outdoors on a hot day should drink regularly in small amounts rather than a litre at once.',
          'After long sweating or diarrhoea the body needs salt as well as water, which is why rehydration solutions contain both salt and sugar.',
        ],
      },
      {
        heading: 'Limits',
        sentences: [
          'Very large amounts of plain water within a short time can dilute the sodium in the blood, which is dangerous and has killed endurance athletes.',
          'People with heart failure or kidney disease may have to drink less than others, so their doctor sets the amount.',
          'Tea and coffee count towards the daily fluid, because their mild effect on the kidneys does not outweigh the water that they bring along.',
        ],
      },
    ],
  },
]
