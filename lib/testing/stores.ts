import { createBranchStore } from '../adapters/prisma/branch-store.ts'
import { createCatalogue } from '../adapters/prisma/catalogue-store.ts'
import { createConversationStore } from '../adapters/prisma/conversation-store.ts'
import { createCouncilStore } from '../adapters/prisma/council-store.ts'
import type { Database } from '../adapters/prisma/database.ts'
import { createIdentityStore } from '../adapters/prisma/identity-store.ts'
import { createImportStore } from '../adapters/prisma/import-store.ts'
import { createLedger } from '../adapters/prisma/ledger-store.ts'
import { createProviderCheckStore } from '../adapters/prisma/provider-check-store.ts'
import { createRetentionStore } from '../adapters/prisma/retention-store.ts'
import { createRunStore } from '../adapters/prisma/run-store.ts'
import { createTitleStore } from '../adapters/prisma/title-store.ts'
import type { Stores } from '../ports/stores.contract.ts'

/** All stores over one database, closed together with it. */
export function storesOver(db: Database): Stores {
  return {
    runs: createRunStore(db),
    branches: createBranchStore(db),
    conversations: createConversationStore(db),
    identity: createIdentityStore(db),
    imports: createImportStore(db),
    titles: createTitleStore(db),
    retention: createRetentionStore(db),
    councils: createCouncilStore(db),
    providerChecks: createProviderCheckStore(db),
    catalogue: createCatalogue(db),
    ledger: createLedger(db),
    close: () => db.close(),
  }
}
