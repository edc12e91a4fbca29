import { describeBranchStore } from '../../ports/branches.contract.ts'
import { describeCatalogue } from '../../ports/catalogue.contract.ts'
import { describeConversationStore } from '../../ports/conversations.contract.ts'
import { describeCouncilStore } from '../../ports/councils.contract.ts'
import { describeIdentityStore } from '../../ports/identity.contract.ts'
import { describeImportStore } from '../../ports/imports.contract.ts'
import { describeLedger } from '../../ports/ledger.contract.ts'
import { describeProviderCheckStore } from '../../ports/provider-checks.contract.ts'
import { describeRetentionStore } from '../../ports/retention.contract.ts'
import { describeRunStore } from '../../ports/runs.contract.ts'
import { describeTitleStore } from '../../ports/titles.contract.ts'
import { memoryDatabase } from '../../testing/database.ts'
import { storesOver } from '../../testing/stores.ts'

const open = async () => storesOver(await memoryDatabase())

describeRunStore('PGlite', open)
describeConversationStore('PGlite', open)
describeBranchStore('PGlite', open)
describeIdentityStore('PGlite', open)
describeImportStore('PGlite', open)
describeTitleStore('PGlite', open)
describeRetentionStore('PGlite', open)
describeCouncilStore('PGlite', open)
describeProviderCheckStore('PGlite', open)
describeCatalogue('PGlite', open)
describeLedger('PGlite', open)
