import { toConversationFile } from '../../core/export/json.ts'
import { toMarkdown } from '../../core/export/markdown.ts'
import type { ExportedConversation } from '../../core/export/types.ts'
import { sampleRun } from '../runs/samples.ts'
import { toImportResource } from './import-resource.ts'

const createdAt = Date.parse(sampleRun.created_at)

const exported: ExportedConversation = {
  id: sampleRun.conversation_id,
  title: sampleRun.question,
  createdAt,
  updatedAt: createdAt,
  imported: null,
  activeRunId: null,
  turns: [
    { id: 'trn_06fd0z5m9b7k1r3s5t7v9x1z3c', parentRunId: null, question: sampleRun.question, createdAt, runs: [] },
  ],
}

export const sampleFile = toConversationFile(exported)
export const sampleMarkdown = toMarkdown(exported)

export const sampleOriginalFile = {
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  created_at: '2026-11-20T12:00:00.000000',
  title: 'Why is the sky blue?',
  messages: [
    { role: 'user', content: 'Why is the sky blue?' },
    {
      role: 'assistant',
      stage1: [{ model: 'openai/gpt-5.1', response: 'Air scatters short waves most.' }],
      stage2: [],
      stage3: { model: 'google/gemini-3-pro-preview', response: 'Because air scatters blue light most.' },
    },
  ],
}

export const sampleImported = toImportResource(
  {
    status: 'imported',
    conversationId: sampleRun.conversation_id,
    title: 'Why is the sky blue?',
    dialect: 'original',
    turns: 1,
    notUnderstood: [],
  },
  { appUrl: null },
)
