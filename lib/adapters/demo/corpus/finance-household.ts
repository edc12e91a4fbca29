import type { Article } from './article.ts'

/** Money in a household; general information, not advice for one person. */
export const FINANCE_HOUSEHOLD_ARTICLES: Article[] = [
  {
    id: 'household-budget',
    title: 'A household budget',
    domain: 'finance',
    aliases: ['budget', 'budgeting', 'spending', 'expenses', 'income', '50/30/20', 'household', 'bookkeeping'],
    sections: [
      {
        heading: 'Why keep one',
        sentences: [
          'A household budget sets what comes in against what goes out, so that decisions about spending are made before the money is gone.',
          'Most people underestimate small and irregular spending, which only a record over several months reveals.',
          'A budget is a plan and not a verdict: its use lies in noticing early when plan and reality drift apart.',
        ],
      },
      {
        heading: 'How to set one up',
        sentences: [
          'Begin with three months of bank statements and sort every payment into a handful of groups, such as housing, food, transport, insurance and leisure.',
          'Yearly bills are divided by twelve and put aside each month, because they are certain even though they are rare.',
          'For example, a car tax of 240 and an insurance of 480 a year mean 60 a month that should not be counted as free.',
        ],
      },
      {
        heading: 'Rules of thumb',
        sentences: [
          'The 50/30/20 rule gives half of the net income to needs, 30 per cent to wishes and 20 per cent to saving and repaying debt.',
          'No rule of thumb fits everybody, since rent alone can exceed half of a small income in an expensive city.',
          'Paying yourself first, by a standing order on payday, works better than saving what happens to be left.',
        ],
      },
      {
        heading: 'Keeping it up',
        sentences: [
          'A budget with ten groups that is kept beats one with fifty that is abandoned after a month.',
          'Couples need to agree on goals before they agree on numbers, and a small sum that each may spend without explaining prevents many quarrels.',
          'A review of a quarter of an hour each month is usually enough, because only the groups that differ from the plan need attention.',
        ],
      },
    ],
  },
  {
    id: 'mortgages',
    title: 'Mortgages',
    domain: 'finance',
    aliases: [
      'mortgage',
      'house',
      'home loan',
      'fixed rate',
      'variable rate',
      'property',
      'repayment',
      'buy a home',
      'rent or buy',
    ],
    sections: [
      {
        heading: 'How one works',
        sentences: [
          'A mortgage is a loan secured by a property: if the payments stop, the lender can have the property sold.',
          'Each payment of a repayment mortgage consists of interest on what is still owed and of a part that pays the debt down.',
          'At the beginning most of a payment is interest, and the share that reduces the debt grows from month to month.',
          'For example, a loan of 200,000 at 4 per cent over 25 years costs about 1,056 a month, of which about 667 is interest in the first month.',
        ],
      },
      {
        heading: 'Fixed or variable',
        sentences: [
          'A fixed rate keeps the payment constant for an agreed number of years and protects the borrower when market rates rise.',
          'A variable rate follows the market, so it gains when rates fall and hurts when they climb.',
          'Leaving a fixed rate early often costs a charge, which should be known before signing.',
        ],
      },
      {
        heading: 'How much to borrow',
        sentences: [
          'A larger deposit lowers both the loan and usually the rate, because the lender risks less.',
          'Payments should remain bearable if the rate rises by two or three percentage points or if one income is lost for a while.',
          'Buying costs such as taxes, notary and agent are not part of the value of the property, so they should be paid from savings.',
        ],
      },
      {
        heading: 'Renting or buying',
        sentences: [
          'Renting buys flexibility and leaves repairs to the owner, whereas buying ties up savings in a single place.',
          'Owning rarely pays for people who expect to move within a few years, because the costs of buying and selling have to be earned back first.',
          'A fair comparison sets the rent against interest, upkeep and the lost return on the deposit, and not against the whole monthly payment.',
        ],
      },
    ],
  },
  {
    id: 'insurance',
    title: 'Which insurance matters',
    domain: 'finance',
    aliases: [
      'insurance',
      'insure',
      'policy',
      'premium',
      'deductible',
      'liability',
      'disability',
      'life insurance',
      'warranty',
    ],
    sections: [
      {
        heading: 'What insurance is for',
        sentences: [
          'Insurance exchanges a small certain cost, the premium, for protection against a large uncertain loss.',
          'On average insured people pay in more than they get back, since the insurer has to cover its own costs as well.',
          'Insurance is therefore worth buying for losses that would ruin a household and rarely for losses that it could pay itself.',
        ],
      },
      {
        heading: 'What usually comes first',
        sentences: [
          'Liability insurance belongs near the top of the list, because damage done to other people has no upper limit.',
          'Health cover and cover for a lasting inability to earn protect what most households live on, their income.',
          'Life insurance matters when somebody else depends on an income, and a plain term policy covers that need at the lowest price.',
          'For example, parents of small children with a mortgage may need a term policy until the loan is repaid and the children earn for themselves.',
        ],
      },
      {
        heading: 'What can often be left out',
        sentences: [
          'Extended warranties and cover for phones, glasses or luggage insure sums that a reserve can carry.',
          'Products that mix saving with insurance are hard to compare and often expensive, so keeping the two apart is usually clearer.',
          'Two policies for the same loss do not pay twice, because an insurer replaces a loss and no more.',
        ],
      },
      {
        heading: 'Keeping costs down',
        sentences: [
          'A higher deductible lowers the premium and suits anyone with a reserve, because small claims are costly to handle.',
          'Prices for the same cover differ widely between insurers, so a comparison every few years often pays off.',
          'Questions in an application have to be answered truthfully and completely, since a wrong answer can cost the cover when it is needed.',
        ],
      },
    ],
  },
]
