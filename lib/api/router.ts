import { getConversation } from './conversations/get.ts'
import { importConversations } from './conversations/import.ts'
import { listConversations } from './conversations/list.ts'
import { deleteConversation, restoreConversation } from './conversations/remove.ts'
import { searchConversations } from './conversations/search.ts'
import { updateConversation } from './conversations/update.ts'
import { listCouncils } from './councils/list.ts'
import { listModels } from './models/list.ts'
import { getOpenApi } from './openapi/get.ts'
import { cancelRun } from './runs/cancel.ts'
import { continueRun } from './runs/continue.ts'
import { createRun } from './runs/create.ts'
import { getRun } from './runs/get.ts'
import { getSource } from './sources/get.ts'

/** Every procedure of the REST API, by noun. */
export const router = {
  runs: { create: createRun, get: getRun, cancel: cancelRun, continue: continueRun },
  conversations: {
    list: listConversations,
    search: searchConversations,
    get: getConversation,
    update: updateConversation,
    delete: deleteConversation,
    restore: restoreConversation,
    import: importConversations,
  },
  councils: { list: listCouncils },
  models: { list: listModels },
  sources: { get: getSource },
  openapi: { get: getOpenApi },
}
