import type { Article } from './article.ts'

/** What goes on in the sky, the sea and the oven. */
export const EVERYDAY_NATURE_ARTICLES: Article[] = [
  {
    id: 'seasons',
    title: 'Why there are seasons',
    domain: 'everyday',
    aliases: ['season', 'summer', 'winter', 'solstice', 'equinox', 'tilt', 'axis', 'earth', 'daylight'],
    sections: [
      {
        heading: 'The tilted axis',
        sentences: [
          'Seasons exist because the axis of the Earth is tilted by about 23.4 degrees against its path around the Sun.',
          'The axis points in the same direction all year, so each hemisphere leans towards the Sun for one half of the year and away from it for the other.',
          'When it is summer in the north it is winter in the south, which rules out distance from the Sun as the cause.',
        ],
      },
      {
        heading: 'Why the tilt makes warmth',
        sentences: [
          'A high Sun sends its light steeply onto the ground, so the same beam warms a smaller area than under a low Sun.',
          'Days are longer in summer, which gives the ground more hours to warm up and fewer to cool down.',
          'Imagine a torch held straight above a table and then at a slant: the slanted spot is larger and dimmer.',
        ],
      },
      {
        heading: 'Distance matters little',
        sentences: [
          'The Earth is nearest to the Sun in early January and farthest in early July, a difference of about three per cent.',
          'Northern winters therefore happen while the Earth is closest to the Sun.',
          'Without any tilt the length of day would hardly change over the year, and seasons as we know them would be missing.',
        ],
      },
      {
        heading: 'Solstices and equinoxes',
        sentences: [
          'The longest day of the north falls on about 21 June and the shortest on about 21 December.',
          'At the equinoxes in March and September day and night are about equally long everywhere on Earth.',
          'The warmest weeks usually come some weeks after the longest day, because land and above all water take time to heat.',
          'Near the equator the Sun stands high all year, so rain rather than temperature marks the seasons there.',
        ],
      },
    ],
  },
  {
    id: 'tides',
    title: 'How tides work',
    domain: 'everyday',
    aliases: ['tide', 'moon', 'sea', 'ocean', 'ebb', 'flood tide', 'spring tide', 'neap tide', 'beach', 'gravity'],
    sections: [
      {
        heading: 'Two bulges',
        sentences: [
          'Tides are caused mainly by the Moon, whose gravity pulls more strongly on the side of the Earth that faces it than on the far side.',
          'The difference in pull stretches the ocean into two bulges, one towards the Moon and one away from it.',
          'The Earth turns beneath both bulges, and most coasts therefore see two high waters and two low waters a day.',
        ],
      },
      {
        heading: 'Why the times shift',
        sentences: [
          'The Moon moves on around the Earth while the Earth turns, so a place needs about 24 hours and 50 minutes to face the Moon again.',
          'High water comes about 50 minutes later each day for that reason.',
          'For example, high water at noon today means high water at roughly ten to one tomorrow.',
        ],
      },
      {
        heading: 'Spring and neap tides',
        sentences: [
          'The Sun raises tides too, a little less than half as strong as those of the Moon, although its gravity on Earth is far greater.',
          'At new and full moon the two work together and cause large spring tides, which have nothing to do with the time of year.',
          'At half moon the Sun works against the Moon, and the neap tides are small.',
        ],
      },
      {
        heading: 'Why places differ',
        sentences: [
          'The shape of coast and sea floor decides how high a tide becomes: funnel-shaped bays pile the water up, small seas hardly move.',
          'The Bay of Fundy in Canada has the largest tides of all, with a range of up to about 16 metres.',
          'Nearly enclosed seas such as the Mediterranean and the Baltic have tides of often less than half a metre.',
          'Tide tables are calculated for each harbour from long records, and wind and air pressure can still change the level noticeably.',
        ],
      },
    ],
  },
  {
    id: 'bread-dough',
    title: 'How dough rises',
    domain: 'everyday',
    aliases: ['bread', 'dough', 'yeast', 'sourdough', 'baking', 'bake', 'gluten', 'knead', 'flour', 'oven', 'loaf'],
    sections: [
      {
        heading: 'What yeast does',
        sentences: [
          'Yeast feeds on sugars from the flour and gives off carbon dioxide, which collects in bubbles and lifts the dough.',
          'Warmth speeds yeast up and cold slows it down, so the same dough needs about an hour in a warm place or a night in the fridge.',
          'Yeast dies at around 55 to 60 °C, therefore the liquid for a dough should feel lukewarm rather than hot.',
        ],
      },
      {
        heading: 'What gluten does',
        sentences: [
          'Two proteins of wheat join with water into gluten, an elastic net that holds the gas.',
          'Kneading orders the net, and time alone does much of the same work, which is why some recipes for bread hardly need kneading.',
          'Rye flour forms little usable gluten, so rye bread is denser and is usually leavened with sourdough.',
        ],
      },
      {
        heading: 'Sourdough',
        sentences: [
          'A sourdough is a culture of wild yeasts and lactic acid bacteria that is kept alive with flour and water.',
          'The acids of a sourdough give the taste and keep the bread fresh for longer.',
          'Suppose a starter doubles within six hours of feeding: it is then strong enough to raise a loaf without bought yeast.',
        ],
      },
      {
        heading: 'In the oven',
        sentences: [
          'A dough that was pressed with a finger and springs back slowly is ready for the oven, while one that stays dented has risen for too long.',
          'Steam in the first minutes keeps the surface soft, so that the loaf can expand before the crust sets.',
          'Bread is done when its centre has reached about 95 °C, and a hollow sound from below is the usual sign of it.',
          'Cooling for an hour belongs to baking, because the crumb sets only as steam escapes and starch firms up.',
        ],
      },
    ],
  },
]
