import { listBranches, listThreads, showBranch } from './conversations/branches.ts'
import { getConversation } from './conversations/get.ts'
import { importConversations } from './conversations/import.ts'
import { listConversations } from './conversations/list.ts'
import { listMessages } from './conversations/messages.ts'
import { deleteConversation, restoreConversation } from './conversations/remove.ts'
import { searchConversations } from './conversations/search.ts'
import { updateConversation } from './conversations/update.ts'
import { createCouncil } from './councils/create.ts'
import { getCouncil } from './councils/get.ts'
import { listCouncils } from './councils/list.ts'
import { deleteCouncil } from './councils/remove.ts'
import { updateCouncil } from './councils/update.ts'
import { getModel } from './models/get.ts'
import { getInsights } from './models/insights.ts'
import { listModels } from './models/list.ts'
import { updateModel } from './models/update.ts'
import { getOpenApi } from './openapi/get.ts'
import { listProviders } from './providers/list.ts'
import { cancelRun } from './runs/cancel.ts'
import { continueRun } from './runs/continue.ts'
import { createRun } from './runs/create.ts'
import { getRun } from './runs/get.ts'
import { getRunLedger } from './runs/ledger.ts'
import { retrySeat } from './runs/retry-seat.ts'
import { takeAnswer } from './runs/take.ts'
import { getSource } from './sources/get.ts'
import { getUsage } from './usage/get.ts'

/** Every procedure of the REST API, by noun. */
export const router = {
  runs: {
    create: createRun,
    get: getRun,
    ledger: getRunLedger,
    cancel: cancelRun,
    continue: continueRun,
    retry: retrySeat,
    take: takeAnswer,
  },
  conversations: {
    list: listConversations,
    search: searchConversations,
    get: getConversation,
    update: updateConversation,
    delete: deleteConversation,
    restore: restoreConversation,
    messages: listMessages,
    branches: { list: listBranches, show: showBranch },
    threads: listThreads,
    import: importConversations,
  },
  councils: {
    list: listCouncils,
    create: createCouncil,
    get: getCouncil,
    update: updateCouncil,
    delete: deleteCouncil,
  },
  models: { list: listModels, get: getModel, update: updateModel, insights: getInsights },
  providers: { list: listProviders },
  usage: { get: getUsage },
  sources: { get: getSource },
  openapi: { get: getOpenApi },
}
