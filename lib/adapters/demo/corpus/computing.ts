import type { Article } from './article.ts'

/** Everyday decisions of people who build software. */
export const COMPUTING_ARTICLES: Article[] = [
  {
    id: 'sql-nosql',
    title: 'SQL or NoSQL databases',
    domain: 'computing',
    aliases: [
      'sql',
      'nosql',
      'database',
      'postgres',
      'postgresql',
      'mysql',
      'mongodb',
      'mongo',
      'relational',
      'document',
      'redis',
    ],
    sections: [
      {
        heading: 'Two families',
        sentences: [
          'SQL databases keep data in tables with a fixed schema and connect them with joins, while NoSQL is an umbrella for document, key-value, wide-column and graph stores.',
          'A relational schema lets the database refuse bad data, for instance an order without a customer, before any program sees it.',
          'Document stores keep everything about one thing together, so a single read fetches a whole profile or article without a join.',
        ],
      },
      {
        heading: 'Consistency and scale',
        sentences: [
          'SQL databases offer transactions with ACID guarantees: either every change of a transaction happens or none does.',
          'Many NoSQL systems spread data over several machines by design and, when the network between them fails, let each system choose between consistency and availability.',
          'A single well-indexed PostgreSQL server handles thousands of simple queries per second, so scale alone is rarely a reason to leave SQL early.',
        ],
      },
      {
        heading: 'How to choose',
        sentences: [
          'A relational database is the safer default when questions about the data will change, because SQL can answer questions nobody planned for.',
          'A NoSQL store is worth it when the access pattern is known and narrow, such as sessions by key, time series or documents of very mixed shape.',
          'Suppose a small shop stores customers, orders and stock: the three are related and must agree, which makes SQL the natural fit.',
        ],
      },
      {
        heading: 'The line is blurred',
        sentences: [
          'PostgreSQL and MySQL have JSON columns, and MongoDB has had transactions over several documents since version 4.0, so the families have grown towards each other.',
          'Having no schema in the database does not remove the schema, it only moves it into the code of every program that reads the data.',
          'Running two kinds of database doubles backups, monitoring and skills, and should therefore answer a measured need.',
        ],
      },
    ],
    table: {
      columns: ['', 'SQL', 'NoSQL'],
      rows: [
        ['Shape of data', 'Tables with a schema', 'Documents, keys, columns or graphs'],
        ['Strength', 'Joins, transactions, new questions', 'Known access patterns, easy spreading'],
        ['Consistency', 'ACID by default', 'Depends on the product and setting'],
        ['Typical use', 'Orders, accounts, bookings', 'Sessions, caches, event streams'],
      ],
    },
  },
  {
    id: 'http-caching',
    title: 'HTTP caching',
    domain: 'computing',
    aliases: ['cache', 'cdn', 'browser', 'etag', 'cache-control', 'header', '304', 'web', 'stale', 'website', 'faster'],
    sections: [
      {
        heading: 'Fresh and stale',
        sentences: [
          'HTTP caching lets a browser or a CDN reuse a stored response instead of asking the server again.',
          'The Cache-Control header decides how long a response is fresh: max-age=3600 allows reuse for one hour without a question.',
          'A stale response is not useless, because the cache can ask the server whether it is still valid before downloading it again.',
        ],
      },
      {
        heading: 'Revalidation',
        sentences: [
          'An ETag is a fingerprint of a response that the browser sends back in If-None-Match, and the server answers 304 Not Modified without a body if nothing has changed.',
          'Revalidation saves bytes but still costs a round trip, so it helps with large files more than with slow connections.',
          'The directive no-cache means "store it, but ask before every use", whereas no-store forbids keeping a copy at all.',
        ],
      },
      {
        heading: 'A recipe',
        sentences: [
          'Files whose name contains a hash of their content can be cached for a year with max-age=31536000 and immutable, since a new version gets a new name.',
          'For example, app.3f9a1c.js may be kept for a year, while the page that refers to it is sent with no-cache so that visitors always learn the newest name.',
          'Responses for a signed-in user need private or no-store, because a shared cache could otherwise hand one person the page of another.',
        ],
      },
      {
        heading: 'What goes wrong',
        sentences: [
          'A long max-age cannot be taken back: browsers that stored the response will not ask again until it expires.',
          'A missing Vary header makes a cache mix up variants, for instance languages or compressed and plain responses.',
          'The directive stale-while-revalidate hides latency by serving the old copy while a new one is fetched, at the price of showing some visitors outdated content once.',
        ],
      },
    ],
    table: {
      columns: ['Content', 'Cache-Control', 'Why'],
      rows: [
        ['Files with a hash in the name', 'max-age=31536000, immutable', 'A change makes a new name'],
        ['Public pages', 'no-cache, with an ETag', 'Always current, cheap when unchanged'],
        ['Pages of a signed-in user', 'private, or no-store', 'Never in a shared cache'],
      ],
    },
  },
  {
    id: 'microservices',
    title: 'Microservices or a monolith',
    domain: 'computing',
    aliases: [
      'microservice',
      'monolith',
      'architecture',
      'service',
      'startup',
      'team',
      'modular',
      'deploy',
      'distributed',
    ],
    sections: [
      {
        heading: 'The difference',
        sentences: [
          'A monolith is one program that is built and deployed as a whole, while microservices are many small programs that talk over the network and are deployed separately.',
          'A call inside a monolith takes nanoseconds and cannot get lost, whereas a call between services takes a millisecond or so and can fail halfway.',
          'A modular monolith keeps clear borders between its parts inside one program and can be split along those borders later.',
        ],
      },
      {
        heading: 'What microservices buy',
        sentences: [
          'Microservices let teams release independently, so a change in billing does not wait for a change in search.',
          'Services can be scaled one by one: a video converter can run on twenty machines while the rest of the product needs two.',
          'A fault in one service can be contained if its callers have time-outs and sensible fallbacks, which somebody has to build.',
        ],
      },
      {
        heading: 'What they cost',
        sentences: [
          'Microservices need service discovery, tracing, versioned interfaces and deployment automation before the first feature is faster to ship.',
          'Data that used to change in one transaction is spread over several databases, and keeping it consistent becomes a task of its own.',
          'For example, placing an order may reserve stock, charge a card and send a letter in three services, and each step needs a plan for undoing the ones before.',
        ],
      },
      {
        heading: 'How to decide',
        sentences: [
          'Start with a monolith unless several teams already block each other, because a wrong border is cheap to move inside one program and expensive between services.',
          'Suppose five people build one product: they can talk to each other, so borders between services would cost them more than they gain.',
          'Conway observed in 1968 that systems mirror the communication of the organisation that builds them, so the team chart predicts the service chart.',
          'Splitting off one service with a real need, such as heavy computing or a separate security zone, is usually wiser than splitting everything.',
        ],
      },
    ],
    table: {
      columns: ['', 'Monolith', 'Microservices'],
      rows: [
        ['Release', 'Everything together', 'Each service alone'],
        ['Calls', 'In process, reliable', 'Over the network, can fail'],
        ['Data', 'One transaction', 'Spread, consistency by design'],
        ['Fits', 'One or a few teams', 'Many teams with clear borders'],
      ],
    },
  },
  {
    id: 'typescript',
    title: 'TypeScript or JavaScript',
    domain: 'computing',
    aliases: ['typescript', 'javascript', 'ts', 'js', 'types', 'typing', 'node', 'compiler', 'frontend'],
    sections: [
      {
        heading: 'The relation',
        sentences: [
          'TypeScript is JavaScript with a notation for types that is checked before the program runs and removed for execution.',
          'TypeScript was published by Microsoft in 2012, 17 years after JavaScript, and follows the JavaScript standard.',
          'Types do not exist at run time, so data from a network or a form still has to be checked by code.',
        ],
      },
      {
        heading: 'What types bring',
        sentences: [
          'A type checker finds misspelt fields, forgotten cases and missing null checks while the author is still typing.',
          'Types make editors helpful: completion, jumping to a definition and renaming across a thousand files become dependable.',
          'Suppose a function is changed to return null for unknown users: TypeScript in strict mode then lists every caller that does not handle it.',
        ],
      },
      {
        heading: 'What they cost',
        sentences: [
          'TypeScript adds a tool to the build, a configuration file and a vocabulary to learn, which is rarely worth it for a script of fifty lines.',
          'Clever types can become harder to read than the code they describe, and a cast with "as" silences the checker without making the program right.',
          'Some libraries still ship incomplete or wrong type declarations, so a clean compile is not a proof.',
        ],
      },
      {
        heading: 'Choosing and moving',
        sentences: [
          'TypeScript pays off in code that lives for years or is shared by several people, while plain JavaScript is fine for experiments and small pages.',
          'Recent versions of Node.js, from 22.18 and 23.6 on, run TypeScript files directly by stripping the types, without checking them.',
          'A JavaScript project can move file by file with allowJs and turn on strict rules at the end, so a big rewrite is not needed.',
        ],
      },
    ],
    table: {
      columns: ['', 'TypeScript', 'JavaScript'],
      rows: [
        ['Errors found', 'Many before running', 'Mostly while running'],
        ['Build step', 'Type check, types stripped', 'None needed'],
        ['Editor help', 'Precise', 'Guessed from use'],
        ['Fits', 'Long-lived, shared code', 'Scripts and experiments'],
      ],
    },
  },
  {
    id: 'password-hashing',
    title: 'Hashing passwords',
    domain: 'computing',
    aliases: [
      'password',
      'bcrypt',
      'argon2',
      'scrypt',
      'salt',
      'pepper',
      'security',
      'login',
      'credentials',
      'store',
      'sha256',
    ],
    sections: [
      {
        heading: 'Why hash at all',
        sentences: [
          'A service should store only a hash of each password, a value from which the password cannot be computed back, so that a stolen database does not reveal passwords.',
          'Encryption is the wrong tool for passwords, because whoever steals the key together with the data can read everything.',
          'Many people reuse passwords, so a leak from one small site opens accounts elsewhere.',
        ],
      },
      {
        heading: 'Slow on purpose',
        sentences: [
          'General hash functions such as SHA-256 are too fast for passwords: a graphics card can try billions of guesses per second.',
          'Password hashes are slow and hungry for memory by design, which hardly disturbs one login but ruins mass guessing.',
          'OWASP recommends Argon2id with at least 19 MiB of memory, two iterations and one thread, or scrypt or bcrypt where Argon2id is not available.',
          'The work factor of bcrypt should be at least 10, and bcrypt implementations usually ignore everything after the first 72 bytes of a password.',
        ],
      },
      {
        heading: 'Salt and pepper',
        sentences: [
          'A salt is a random value stored beside each hash, so that equal passwords get different hashes and tables computed in advance are useless.',
          'For example, two users with the password "sunshine" end up with unrelated entries, and an attacker has to attack each one separately.',
          'A pepper is one secret for all hashes that is kept outside the database, and it helps only if the thief did not get that secret as well.',
        ],
      },
      {
        heading: 'In practice',
        sentences: [
          'Use a maintained library rather than an own construction, because its output carries algorithm, parameters and salt and can be upgraded at the next login.',
          'Hashing does not protect weak passwords for long, therefore check new ones against lists of leaked passwords and limit login attempts.',
          'A second factor or passkeys protect accounts even when a password becomes known.',
        ],
      },
    ],
  },
]
