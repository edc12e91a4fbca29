import type { Article } from './article.ts'

/** General health information, not advice for one person. */
export const HEALTH_ARTICLES: Article[] = [
  {
    id: 'sleep',
    title: 'Sleeping well',
    domain: 'health',
    aliases: ['sleep', 'insomnia', 'tired', 'bed', 'bedtime', 'nap', 'night', 'awake'],
    sections: [
      {
        heading: 'How much sleep',
        sentences: [
          'Most adults need at least seven hours of sleep a night, and teenagers need eight to ten.',
          'Sleep comes in cycles of roughly 90 minutes, with more deep sleep early in the night and more dreaming towards the morning.',
          'Needs differ between people, so steady alertness during the day is a better guide than a number on a watch.',
        ],
      },
      {
        heading: 'What drives sleep',
        sentences: [
          'Two forces decide when people fall asleep: a pressure that grows with every waking hour and an inner clock that is set mainly by light.',
          'Bright light in the morning pulls the inner clock earlier, while bright light late in the evening pushes it later.',
          'The body cools a little as sleep begins, which is why a bedroom that is cool, dark and quiet helps.',
        ],
      },
      {
        heading: 'Habits that help',
        sentences: [
          'A constant time of getting up, weekends included, is the single habit that steadies the inner clock most.',
          'For example, someone who gets up at seven every day can keep a short nap of about 20 minutes in the early afternoon without spoiling the night.',
          'Alcohol makes people drowsy but breaks up the second half of the night, so it is a poor sleeping aid.',
          'Getting out of bed after about 20 sleepless minutes and doing something dull in dim light teaches the mind that bed is for sleeping.',
        ],
      },
      {
        heading: 'When to seek help',
        sentences: [
          'Trouble sleeping on three or more nights a week for three months is usually called chronic insomnia and is worth a visit to a doctor.',
          'Cognitive behavioural therapy for insomnia is recommended as the first treatment for chronic insomnia in adults, before sleeping pills.',
          'Loud snoring with pauses in breathing can mean sleep apnoea, which good habits alone do not cure.',
        ],
      },
    ],
  },
  {
    id: 'caffeine',
    title: 'Caffeine',
    domain: 'health',
    aliases: ['coffee', 'tea', 'espresso', 'energy drink', 'cola', 'stimulant'],
    sections: [
      {
        heading: 'How caffeine works',
        sentences: [
          'Caffeine keeps people alert by blocking the receptors for adenosine, a substance that builds up during waking hours and signals tiredness.',
          'Caffeine does not remove tiredness, it only hides the signal, and that is why fatigue can return suddenly when it wears off.',
          'Regular drinkers get used to caffeine within days, so part of the lift from the first morning cup is the end of mild withdrawal.',
        ],
      },
      {
        heading: 'How long it lasts',
        sentences: [
          'The half-life of caffeine in healthy adults is about five hours, with a range of roughly two to ten hours between people.',
          'Suppose a large coffee at four in the afternoon contains 200 mg of caffeine: around nine in the evening about 100 mg is still in the body.',
          'In a small controlled study, 400 mg of caffeine taken six hours before bedtime shortened sleep by more than an hour.',
          'Pregnancy and some medicines slow the breakdown of caffeine, while smoking speeds it up.',
        ],
      },
      {
        heading: 'How much is too much',
        sentences: [
          'European and American food authorities consider up to 400 mg of caffeine a day, about four cups of filter coffee, safe for most healthy adults.',
          'During pregnancy the European limit is 200 mg of caffeine a day.',
          'Restlessness, a racing heart, stomach trouble and poor sleep are signs of too much caffeine, and sensitive people notice them far below the general limit.',
        ],
      },
      {
        heading: 'Cutting down',
        sentences: [
          'Stopping caffeine abruptly often brings a headache that begins within a day and passes within about a week.',
          'Reducing caffeine by one cup every few days avoids most withdrawal symptoms.',
          'Decaffeinated coffee still contains a little caffeine, usually only a few milligrams a cup.',
        ],
      },
    ],
    table: {
      columns: ['Drink', 'Typical serving', 'Caffeine, roughly'],
      rows: [
        ['Filter coffee', '240 ml', '95 mg'],
        ['Espresso', '30 ml', '65 mg'],
        ['Black tea', '240 ml', '45 mg'],
        ['Cola', '355 ml', '35 mg'],
      ],
    },
  },
  {
    id: 'blood-pressure',
    title: 'High blood pressure',
    domain: 'health',
    aliases: ['hypertension', 'bp', 'systolic', 'diastolic', 'heart', 'salt', 'sodium', 'measure'],
    sections: [
      {
        heading: 'What the numbers mean',
        sentences: [
          'Blood pressure is written as two numbers in millimetres of mercury: the upper one while the heart contracts and the lower one while it rests.',
          'Many European guidelines call blood pressure high from 140/90 in the surgery, while American guidelines draw the line at 130/80.',
          'Values measured at home run a little lower, so 135/85 at home corresponds to about 140/90 at the doctor.',
        ],
      },
      {
        heading: 'Measuring properly',
        sentences: [
          'A single reading says little, because stress, talking, a full bladder or a recent coffee can raise blood pressure for a while.',
          'A good measurement starts with five quiet minutes on a chair, feet on the floor, back supported and the cuff at heart height on the bare arm.',
          'For example, two readings in the morning and two in the evening over a week give a far better picture than one visit to the surgery.',
        ],
      },
      {
        heading: 'What lowers it',
        sentences: [
          'Less salt, more vegetables and fruit, regular exercise, less alcohol and a lower weight each reduce blood pressure, and their effects add up.',
          'The World Health Organization recommends less than 2 g of sodium a day for adults, which is about 5 g or one teaspoon of salt.',
          'Medicines for high blood pressure work only while they are taken, and stopping them without a doctor is risky even when the values look fine.',
        ],
      },
      {
        heading: 'Why it matters',
        sentences: [
          'High blood pressure usually causes no symptoms, so measuring is the only way to notice it.',
          'Over years, high blood pressure damages vessels and raises the risk of stroke, heart attack and kidney disease.',
          'Values above 180/120 together with chest pain, breathlessness, confusion or weakness are an emergency and a reason to call an ambulance.',
        ],
      },
    ],
  },
  {
    id: 'back-pain',
    title: 'Low back pain',
    domain: 'health',
    aliases: ['back', 'spine', 'lumbago', 'lifting', 'disc', 'posture', 'ache', 'painkiller'],
    sections: [
      {
        heading: 'What it usually is',
        sentences: [
          'Most low back pain is called non-specific, which means that no single damaged part explains it and no serious disease is behind it.',
          'A new episode of low back pain usually improves clearly within a few weeks, although it often comes back later.',
          'Pictures from X-ray or MRI rarely help early on, because worn discs are also common in people without any pain.',
        ],
      },
      {
        heading: 'What helps',
        sentences: [
          'Staying active within the limits of the pain helps recovery more than bed rest, which tends to prolong it.',
          'For example, several short walks a day and a return to light everyday tasks are better than lying still until the pain is gone.',
          'Warmth can ease low back pain for a while, and guidelines name anti-inflammatory painkillers as a short-term option for people who tolerate them.',
          'No single kind of exercise has proved best for lasting low back pain, so the most useful one is the one a person keeps doing.',
        ],
      },
      {
        heading: 'Warning signs',
        sentences: [
          'Numbness around the groin, trouble holding or passing urine, or growing weakness in the legs needs emergency care the same day.',
          'Fever, unexplained weight loss, a history of cancer or a serious fall are reasons to see a doctor soon rather than to wait.',
          'Back pain that shoots down one leg below the knee can come from an irritated nerve and still often settles within weeks without surgery.',
        ],
      },
      {
        heading: 'Preventing the next episode',
        sentences: [
          'Regular exercise lowers the chance that back pain returns, whereas special belts and shoe insoles have not been shown to.',
          'No sitting posture is perfect, so changing position often matters more than sitting up straight.',
          'Poor sleep, worry about the pain and low mood make long-lasting back pain more likely, which is why treatment looks at more than the spine.',
        ],
      },
    ],
  },
  {
    id: 'first-aid',
    title: 'First aid at home',
    domain: 'health',
    aliases: ['emergency', 'burn', 'bleeding', 'choking', 'cpr', 'resuscitation', 'nosebleed', 'wound', 'unconscious'],
    sections: [
      {
        heading: 'Someone does not respond',
        sentences: [
          'A person who does not respond and does not breathe normally needs an emergency call and chest compressions at once.',
          'Chest compressions for an adult are given in the middle of the chest, five to six centimetres deep, 100 to 120 times a minute.',
          'An unresponsive person who breathes normally is turned on the side, so that the airway stays open until help arrives.',
        ],
      },
      {
        heading: 'Burns',
        sentences: [
          'A fresh burn is best cooled under cool running water for about 20 minutes, started as soon as possible.',
          'Ice, butter and toothpaste do not belong on a burn, because they can harm the skin further.',
          'Large burns, burns of the face, hands or genitals, and all burns of small children should be seen by a doctor.',
        ],
      },
      {
        heading: 'Bleeding',
        sentences: [
          'Heavy bleeding is stopped by firm, continuous pressure with a clean cloth directly on the wound.',
          'For example, a deep cut in the palm is pressed without peeking for ten minutes, since lifting the cloth early breaks the clot.',
          'A nosebleed stops most often when the person leans forward and pinches the soft part of the nose for 10 to 15 minutes.',
        ],
      },
      {
        heading: 'Choking',
        sentences: [
          'Someone who is choking but can still cough should be encouraged to go on coughing.',
          'An adult or child over one year who cannot cough or breathe gets up to five blows between the shoulder blades, then up to five abdominal thrusts, in turn.',
          'Abdominal thrusts can injure inner organs, so a person who received them should be examined afterwards, and babies get chest thrusts instead.',
          'A first aid course of one day teaches these moves better than any text, because they have to be practised.',
        ],
      },
    ],
  },
]
