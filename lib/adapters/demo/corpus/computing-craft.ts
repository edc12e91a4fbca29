import type { Article } from './article.ts'

/** The craft of keeping programs and data in order. */
export const COMPUTING_CRAFT_ARTICLES: Article[] = [
  {
    id: 'git-branches',
    title: 'Git: merge or rebase',
    domain: 'computing',
    aliases: [
      'git',
      'branch',
      'branches',
      'merge',
      'rebase',
      'commit',
      'pull request',
      'version control',
      'conflict',
      'github',
    ],
    sections: [
      {
        heading: 'The difference',
        sentences: [
          'A merge in Git joins two branches with a new commit that has two parents, so the history shows that work happened side by side.',
          'A rebase takes the commits of a branch and applies them again on top of another one, which gives a straight history of new commits.',
          'The files at the end are the same after a merge and after a rebase, and only the recorded history differs.',
        ],
      },
      {
        heading: 'What speaks for each',
        sentences: [
          'Merging never changes existing commits, therefore it is safe on branches that other people use.',
          'Rebasing leaves a history that reads like a story, which makes it easier to find the commit that introduced a fault.',
          'For example, rebase a feature branch on the main branch before review, and merge it when the review is done.',
        ],
      },
      {
        heading: 'The golden rule',
        sentences: [
          'Commits that others may already have should not be rebased, because everybody else then holds commits that no longer belong to the branch.',
          'A force push after a rebase can overwrite the work of a colleague, and the option --force-with-lease refuses to do so when the remote has moved.',
          'Lost commits can usually be found again with git reflog for some weeks, so a failed rebase is rarely a disaster.',
        ],
      },
      {
        heading: 'Fewer conflicts',
        sentences: [
          'Short-lived branches conflict less, since the main branch has less time to move away from them.',
          'Small commits with one purpose are easier to review, to revert and to carry to another branch.',
          'Reformatting a whole file together with a change hides the change and provokes conflicts, so the two belong in separate commits.',
        ],
      },
    ],
    table: {
      columns: ['', 'Merge', 'Rebase'],
      rows: [
        ['History', 'Shows parallel work', 'A straight line'],
        ['Existing commits', 'Stay as they are', 'Are written anew'],
        ['Shared branches', 'Safe', 'Not safe'],
        ['Conflicts', 'Solved once', 'Possibly once per commit'],
      ],
    },
  },
  {
    id: 'backups',
    title: 'Backups',
    domain: 'computing',
    aliases: [
      'backup',
      '3-2-1',
      'restore',
      'data loss',
      'ransomware',
      'hard drive',
      'disk',
      'cloud',
      'snapshot',
      'photos',
    ],
    sections: [
      {
        heading: 'The 3-2-1 rule',
        sentences: [
          'The 3-2-1 rule asks for three copies of important data, on two kinds of storage, with one of them in another place.',
          'The copy elsewhere protects against fire, theft and flood, which take every device in one home at the same time.',
          'For example, photos on a laptop, on an external drive in a drawer and in an encrypted cloud store follow the rule.',
        ],
      },
      {
        heading: 'What is not a backup',
        sentences: [
          'Synchronisation is not a backup, because a deleted or damaged file is deleted or damaged everywhere within seconds.',
          'RAID keeps a computer running when one drive fails, but it does not help against mistakes, malware or a stolen machine.',
          'A backup drive that is always connected can be encrypted by ransomware together with everything else, so one copy should be offline or unchangeable.',
        ],
      },
      {
        heading: 'How often',
        sentences: [
          'The time between two backups is the amount of work that may be lost, so the right interval is the largest loss that is bearable.',
          'Automatic backups are the only ones that keep happening, since good intentions fade after a few weeks.',
          'Keeping older versions for some months matters because damage is often noticed late.',
        ],
      },
      {
        heading: 'Testing the way back',
        sentences: [
          'A backup that was never restored is only a hope, therefore a few files should be brought back as a test several times a year.',
          'Encrypted backups need their key kept apart from the computer, because a key that burns with the laptop protects the data even from its owner.',
          'Databases need a dump or a snapshot made for the purpose, as a plain copy of files that are being changed may be unusable.',
        ],
      },
    ],
  },
  {
    id: 'automated-tests',
    title: 'Automated tests',
    domain: 'computing',
    aliases: ['test', 'testing', 'unit test', 'integration test', 'coverage', 'tdd', 'mock', 'flaky', 'regression'],
    sections: [
      {
        heading: 'Kinds of tests',
        sentences: [
          'Unit tests check one small part alone, integration tests check that parts fit together, and end-to-end tests drive the whole product as a user would.',
          'Unit tests run in milliseconds and point at the fault, while end-to-end tests are slow but notice what only shows in the whole.',
          'The test pyramid recommends many unit tests, fewer integration tests and a handful of end-to-end tests for the most important paths.',
        ],
      },
      {
        heading: 'What makes a test good',
        sentences: [
          'A good test states a promise of the program and fails only when that promise is broken.',
          'Tests that repeat the implementation line by line break with every change and prove nothing, because they would repeat its mistakes as well.',
          'For example, a test for a price calculator should name a basket and the expected sum rather than the functions that were called.',
          'A test that has never been seen to fail may be unable to fail, so breaking the program on purpose is a useful check.',
        ],
      },
      {
        heading: 'Coverage and its limits',
        sentences: [
          'Coverage shows which lines ran during the tests, but not whether anything about their result was checked.',
          'Low coverage is a reliable warning, whereas high coverage is no proof of quality.',
          'Property-based tests look for counterexamples with random inputs and find cases that nobody would have written down.',
        ],
      },
      {
        heading: 'Flaky tests',
        sentences: [
          'A flaky test passes and fails without a change of the program, usually because of time, order or shared state.',
          'Flaky tests teach a team to ignore red results, which is why they should be repaired or removed at once.',
          'Waiting for an effect instead of sleeping for a fixed time removes the most common source of flakiness.',
        ],
      },
    ],
  },
  {
    id: 'floating-point',
    title: 'Floating-point numbers',
    domain: 'computing',
    aliases: [
      'float',
      'floating',
      'double',
      'rounding',
      'decimal',
      '0.1',
      '0.2',
      '0.3',
      'ieee 754',
      'precision',
      'nan',
    ],
    sections: [
      {
        heading: 'Why 0.1 + 0.2 is not 0.3',
        sentences: [
          'Computers keep floating-point numbers as binary fractions, and 0.1 has no finite binary fraction, just as one third has no finite decimal one.',
          'In double precision 0.1 + 0.2 gives 0.30000000000000004, because both summands were rounded before they were added.',
          'The rounding is not a fault of one language: nearly all of them use the same standard, IEEE 754.',
        ],
      },
      {
        heading: 'How precise they are',
        sentences: [
          'A double has 53 significant binary digits, which is about 15 to 17 decimal ones.',
          'Whole numbers are exact in a double up to 9,007,199,254,740,992, and beyond that not every integer can be represented.',
          'Precision is relative, so the gaps between neighbouring numbers grow with the size of the numbers themselves and are tiny near zero.',
        ],
      },
      {
        heading: 'Using them safely',
        sentences: [
          'Amounts of money belong in integers of the smallest unit or in a decimal type, never in floating point.',
          'Floating-point results should be compared with a tolerance that fits the calculation, since exact equality depends on the order of operations.',
          'For example, keep a price of 19.99 as 1999 cents and format it only when it is shown.',
          'Subtracting two nearly equal numbers loses digits, and a formula can often be rearranged so that the subtraction disappears.',
        ],
      },
      {
        heading: 'Special values',
        sentences: [
          'Division by zero gives infinity in floating point, and meaningless operations such as zero divided by zero give NaN, "not a number".',
          'NaN is not equal to anything, itself included, so a test for it needs a function such as Number.isNaN.',
          'Zero has a sign in floating point, although plus zero and minus zero compare as equal and are rarely worth telling apart.',
        ],
      },
    ],
  },
]
