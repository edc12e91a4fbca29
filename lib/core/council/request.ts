import type { HistoryTurn, Label, ModelId, SeatId, StageId } from './types.ts'

export type ChatMessage = { role: 'user' | 'assistant'; content: string }

/** The variables a prompt was rendered from. The demo models read these; real ones read the rendered text. */
export type PromptInputs =
  | { task: 'answer'; question: string; history: HistoryTurn[] }
  | { task: 'review'; question: string; candidates: { label: string; text: string }[] }
  | {
      task: 'repair'
      broken: string
      labels: string[]
      review: { question: string; candidates: { label: string; text: string }[] }
    }
  | {
      task: 'synthesis'
      question: string
      history: HistoryTurn[]
      answers: { name: string; text: string; partial: boolean; rank: number | null; score: number | null }[]
    }
  | { task: 'title'; question: string; answer: string }

/** What a request is rendered for: one attempt of a seat in a stage, by whoever sits there. */
export type CallSpec = {
  stage: StageId
  seat: SeatId
  attempt: number
  model: ModelId
  labels: Label[]
  isRepair: boolean
  /** How many of the oldest earlier turns do not go with it. */
  leftOut: number
}

/** One request to one model, rendered and versioned by core. */
export type ModelRequest = {
  model: string
  /** Prompt id and version, `member@1`. */
  prompt: string
  instructions: string
  messages: ChatMessage[]
  inputs: PromptInputs
  /** JSON schema of the wanted answer where structured output is wanted; models that cannot do it answer in text. */
  schema: Record<string, unknown> | null
  maxOutputTokens: number | null
  temperature: number | null
  /** Same model, messages and seed: same answer, where the provider can. */
  seed: string
}
