import { sampleRun } from '../runs/samples.ts'
import { toConversation, toConversationSummary } from './resource.ts'

const conversation = {
  id: sampleRun.conversation_id,
  title: sampleRun.question,
  createdAt: Date.parse(sampleRun.created_at),
  updatedAt: Date.parse(sampleRun.ended_at ?? sampleRun.created_at),
  isRunning: false,
  turns: [
    {
      id: 'trn_06fd0z5m9b7k1r3s5t7v9x1z3c',
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
