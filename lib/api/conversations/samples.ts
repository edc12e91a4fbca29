import { sampleRun } from '../runs/samples.ts'
import { toConversation, toConversationSummary, toSearchHit } from './resource.ts'

const conversation = {
  id: sampleRun.conversation_id,
  title: sampleRun.question,
  createdAt: Date.parse(sampleRun.created_at),
  updatedAt: Date.parse(sampleRun.ended_at ?? sampleRun.created_at),
  isRunning: false,
  isTitleEdited: false,
  pinnedAt: null,
  archivedAt: null,
  favouriteAt: null,
  version: 1,
  metadata: {},
  messageCount: 2,
  totalTokens: 1_600,
  totalPicoUsd: '0',
  unpricedCalls: 0,
  isTitleDue: false,
  activeRunId: sampleRun.id,
  thread: null,
  turns: [
    {
      id: 'trn_06fd0z5m9b7k1r3s5t7v9x1z3c',
      parentRunId: null,
      question: sampleRun.question,
      createdAt: Date.parse(sampleRun.created_at),
      runs: [{ id: sampleRun.id, status: sampleRun.status, createdAt: Date.parse(sampleRun.created_at) }],
    },
  ],
}

export const sampleConversation = toConversation(conversation, { appUrl: null })

export const sampleConversationList = {
  data: [toConversationSummary(conversation, { appUrl: null })],
  has_more: false,
  next_cursor: null,
}

/** A change, and the conversation it leads to. */
export const sampleUpdate = { title: 'First language', pinned: true, metadata: { project: 'apollo' } }

export const sampleUpdated = toConversationSummary(
  {
    ...conversation,
    ...{ title: sampleUpdate.title, isTitleEdited: true, metadata: sampleUpdate.metadata, version: 2 },
    pinnedAt: conversation.updatedAt + 60_000,
  },
  { appUrl: null },
)

export const sampleDeleted = { id: conversation.id, object: 'conversation' as const, deleted: true as const }

export const sampleSearch = {
  data: [
    toSearchHit(
      {
        ...{ conversationId: conversation.id, title: conversation.title, updatedAt: conversation.updatedAt },
        ...{ isArchived: false, foundIn: 'answer', turnId: conversation.turns[0]?.id ?? null },
        snippet: [
          { text: 'Learn one ', isMatch: false },
          { text: 'language', isMatch: true },
          { text: ' well first', isMatch: false },
        ],
      },
      { appUrl: null },
    ),
  ],
}
