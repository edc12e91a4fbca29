import { prepareDataDir } from '../lib/testing/database.ts'

/* Argument: where to put a migrated, empty embedded database. Run by data-dir.ts in a process of its own. */
await prepareDataDir(process.argv[2] ?? '')
