import type { Article } from './article.ts'

/** General information on personal finance, not advice for one person. */
export const FINANCE_ARTICLES: Article[] = [
  {
    id: 'compound-interest',
    title: 'Compound interest',
    domain: 'finance',
    aliases: ['interest', 'savings', 'saving', 'grow', 'rule of 72', 'double', 'debt', 'loan', 'credit card', 'money'],
    sections: [
      {
        heading: 'The idea',
        sentences: [
          'Compound interest is interest on interest: what was earned stays in the account and earns in its turn.',
          'With a rate r per year, an amount grows to the amount times (1 + r) to the power of the number of years.',
          'For example, 1,000 at 5 per cent becomes 4,322 after 30 years, while simple interest would give only 2,500.',
        ],
      },
      {
        heading: 'Time beats rate',
        sentences: [
          'Growth by compound interest is slow at first and steep later, so starting early matters more than finding a slightly better rate.',
          'The rule of 72 estimates the doubling time: 72 divided by the rate in per cent gives the years, about 12 years at 6 per cent.',
          'Suppose someone saves 200 a month at 6 per cent a year for 30 years: 72,000 paid in becomes about 201,000.',
        ],
      },
      {
        heading: 'When it works against you',
        sentences: [
          'Compound interest works just as hard on debts: at 20 per cent a year an unpaid card balance doubles in under four years.',
          'Fees compound as well, because 10,000 growing at 6 per cent reaches 57,400 in 30 years but only 43,200 after a yearly fee of one percentage point.',
          'Paying off expensive debt first is usually the surest return there is, since the interest saved is certain and investment gains are not.',
        ],
      },
      {
        heading: 'What the formula hides',
        sentences: [
          'The formula assumes a constant rate, but real returns vary from year to year and can be negative for long stretches.',
          'Inflation and taxes reduce what the final sum can buy, so a forecast should name the rate after both.',
          'How often interest is credited matters little: 6 per cent a year credited monthly is worth 6.17 per cent credited once.',
        ],
      },
    ],
    table: {
      columns: ['1,000 invested at', 'after 10 years', 'after 20 years', 'after 30 years'],
      rows: [
        ['3 per cent', '1,344', '1,806', '2,427'],
        ['5 per cent', '1,629', '2,653', '4,322'],
        ['7 per cent', '1,967', '3,870', '7,612'],
      ],
    },
  },
  {
    id: 'index-funds',
    title: 'Index funds',
    domain: 'finance',
    aliases: [
      'etf',
      'invest',
      'investing',
      'stocks',
      'shares',
      'stock market',
      'portfolio',
      'passive',
      'active fund',
      'money',
    ],
    sections: [
      {
        heading: 'What an index fund is',
        sentences: [
          'An index fund buys the shares of a published list, such as 500 large American companies, instead of choosing winners.',
          'A world index fund spreads money over well over a thousand companies, so the failure of a single one hardly shows.',
          'An ETF is a fund whose units are traded on an exchange, and most ETFs track an index.',
        ],
      },
      {
        heading: 'Why costs decide',
        sentences: [
          'Index funds are cheap because nobody is paid to pick shares: yearly costs of 0.1 to 0.3 per cent are common, against 1 per cent or more for many active funds.',
          'Over periods of fifteen years, roughly nine in ten actively managed funds of large American companies have fallen short of the S&P 500 in the regular SPIVA reports.',
          'Past outperformance of an active fund predicts little, because the best funds of one decade rarely lead the next.',
        ],
      },
      {
        heading: 'The risk that remains',
        sentences: [
          'An index fund falls with its market: in 2008 the S&P 500 lost about 37 per cent including dividends.',
          'Money that is needed within about five years does not belong in shares, because a recovery can take longer than that.',
          'A national index can be lopsided, so an investor who owns one country or one industry is less diversified than the number of shares suggests.',
        ],
      },
      {
        heading: 'Using one',
        sentences: [
          'A fixed monthly amount into a broad index fund removes the question of the right moment, although it does not guarantee a profit.',
          'For example, a saver who puts 150 a month into a world fund buys more units when prices are low and fewer when they are high.',
          'The hardest part of index investing is to keep going when prices fall, since selling in a slump turns a paper loss into a real one.',
        ],
      },
    ],
    table: {
      columns: ['', 'Index fund', 'Active fund'],
      rows: [
        ['Selection', 'Follows a published list', 'A manager chooses'],
        ['Yearly cost', 'Often 0.1 to 0.3 per cent', 'Often 1 per cent or more'],
        ['Result before costs', 'The market', 'Above or below the market'],
        ['Main risk', 'Falls with the market', 'Market risk and wrong choices'],
      ],
    },
  },
  {
    id: 'emergency-fund',
    title: 'The emergency fund',
    domain: 'finance',
    aliases: ['rainy day', 'savings', 'saving', 'reserve', 'cash', 'job loss', 'buffer', 'money', 'budget'],
    sections: [
      {
        heading: 'What it is for',
        sentences: [
          'An emergency fund is money set aside for bills that cannot wait and cannot be planned, such as a lost job, a broken boiler or a vet.',
          'The purpose of an emergency fund is to avoid expensive credit and forced sales of investments, so its return hardly matters.',
          'A holiday or a new phone is not an emergency, and regular yearly bills belong in the normal budget.',
        ],
      },
      {
        heading: 'How large',
        sentences: [
          'A common rule of thumb is three to six months of necessary spending, not of income.',
          'For example, a household that needs 1,800 a month for rent, food, transport and insurance would aim for 5,400 to 10,800.',
          'People with irregular income, dependants or a single earner need more, while two secure salaries and good insurance allow less.',
        ],
      },
      {
        heading: 'Where to keep it',
        sentences: [
          'An emergency fund belongs in an account that is safe and available within a day or two, apart from the everyday account.',
          'Shares are the wrong place for an emergency fund, because markets often fall in the same months in which jobs are lost.',
          'Inflation slowly shrinks cash, but that loss is the price of having it at hand, and an interest-bearing account softens it.',
        ],
      },
      {
        heading: 'Building it',
        sentences: [
          'An automatic transfer on payday builds an emergency fund faster than saving what is left at the end of the month.',
          'A first target of 1,000 already covers many ordinary mishaps and makes the larger goal feel possible.',
          'With expensive debt, a small reserve comes first, then the debt and then the full fund, since card interest usually costs more than savings earn.',
        ],
      },
    ],
  },
  {
    id: 'inflation',
    title: 'Inflation',
    domain: 'finance',
    aliases: ['prices', 'cpi', 'purchasing power', 'central bank', 'cost of living', 'deflation', 'expensive', 'money'],
    sections: [
      {
        heading: 'What it measures',
        sentences: [
          'Inflation is a general rise in prices, which means that the same money buys less than before.',
          'Statistical offices follow the price of a basket of goods and services, and the yearly change of that basket is the inflation rate.',
          'The official rate is an average, so a household that drives a lot or rents in a growing city can see quite different price rises.',
        ],
      },
      {
        heading: 'Where it comes from',
        sentences: [
          'Prices rise when demand outgrows what an economy can supply, when costs such as energy jump, or when people expect rises and act on them.',
          'For example, the surge of 2022 combined dear energy and disrupted supply with strong demand, and yearly inflation peaked at 9.1 per cent in the United States and 10.6 per cent in the euro area.',
          'Central banks lean against inflation with higher interest rates, which make borrowing dearer and cool demand, though only after many months.',
        ],
      },
      {
        heading: 'What it does to money',
        sentences: [
          'At 3 per cent inflation, money loses about half of its purchasing power in 24 years.',
          'The real return of savings is roughly the interest rate minus inflation, so 2 per cent interest at 3 per cent inflation is a loss of about 1 per cent a year.',
          'Inflation helps those who owe money at a fixed rate and hurts those who hold cash or live on a fixed income.',
        ],
      },
      {
        heading: 'Why not zero?',
        sentences: [
          'The European Central Bank and the American Federal Reserve both aim at 2 per cent inflation rather than at zero.',
          'A small positive rate keeps a distance from deflation, in which people postpone purchases and debts grow heavier.',
          'A falling inflation rate does not mean falling prices: at 2 per cent after a year of 8 per cent, prices still rise, only more slowly.',
        ],
      },
    ],
  },
]
