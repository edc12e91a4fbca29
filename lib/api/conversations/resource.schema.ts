import { z } from 'zod'

const summary = {
  id: z.string(),
  object: z.literal('conversation'),
  title: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  is_running: z.boolean().meta({ description: 'True while any of its runs is live.' }),
  is_title_edited: z.boolean().meta({ description: 'True once a person or program has given the title.' }),
  pinned_at: z.iso.datetime().nullable(),
  archived_at: z.iso.datetime().nullable(),
  favourite_at: z.iso.datetime().nullable(),
  version: z.int().meta({ description: 'Counts edits; what `ETag` and `If-Match` carry. Runs do not raise it.' }),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  message_count: z.int().meta({ description: 'Questions and the answers given to them, sibling runs included.' }),
  total_tokens: z
    .int()
    .nullable()
    .meta({ description: 'Over the runs that have ended and the call for the title; null where any is unknown.' }),
  total_cost: z.string().nullable().meta({
    description: 'Decimal USD over the same; a lower bound while `unpriced_calls` is not 0, null if all are.',
  }),
  unpriced_calls: z.int().meta({ description: 'Calls among them whose price is unknown.' }),
  links: z.object({ self: z.string(), html: z.string() }),
}

const turn = z.object({
  id: z.string(),
  parent_run_id: z
    .string()
    .nullable()
    .meta({ description: 'The run under whose answer it was asked; null at the beginning.' }),
  question: z.string(),
  created_at: z.iso.datetime(),
  runs: z
    .array(
      z.object({
        id: z.string(),
        status: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']),
        created_at: z.iso.datetime(),
        links: z.object({ self: z.string() }),
      }),
    )
    .meta({ description: 'Sibling runs of this question, oldest first.' }),
})

/** A conversation in a list. */
export const conversationSummaryResource = z.object(summary)

const seat = z.string().nullable().meta({ description: 'The seat whose answer it is about; null: the final answer.' })

/** A conversation with its turns of all branches, oldest first. */
export const conversationResource = z.object({
  ...summary,
  active_run_id: z.string().nullable().meta({ description: 'The run that the shown path ends with.' }),
  thread: z
    .object({ conversation_id: z.string(), run_id: z.string(), seat })
    .nullable()
    .meta({ description: 'Set for a thread about one message; no list shows it.' }),
  turns: z.array(turn),
})

/** One way through a conversation. */
export const branchResource = z.object({
  object: z.literal('branch'),
  run_id: z.string().meta({ description: 'The run that it ends with.' }),
  turn_id: z.string(),
  question: z.string().meta({ description: 'Its last question.' }),
  turns: z.int(),
  is_shown: z.boolean(),
  created_at: z.iso.datetime(),
})

/** A side conversation about one message. */
export const threadResource = z.object({
  object: z.literal('thread'),
  id: z.string().meta({ description: 'A conversation: ask on with it as `conversation_id`.' }),
  title: z.string(),
  run_id: z.string(),
  seat,
  questions: z.int(),
  created_at: z.iso.datetime(),
  links: z.object({ self: z.string(), html: z.string() }),
})

/** One message of a path: a question, or the answer that stands of the run that is shown for it. */
export const messageResource = z.object({
  object: z.literal('message'),
  id: z.string().meta({ description: 'The turn of a question, the run of an answer.' }),
  role: z.enum(['user', 'assistant']),
  content: z.string().nullable().meta({ description: 'Markdown; null for an answer that is not there (yet).' }),
  turn_id: z.string(),
  run_id: z.string().nullable(),
  status: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']).nullable(),
  versions: z.array(z.string()).meta({
    description: 'What else could be shown here: edits of the question, sibling runs of the answer; this one too.',
  }),
  created_at: z.iso.datetime(),
})

/** A conversation that was found. */
export const searchHitResource = z.object({
  object: z.literal('search_hit'),
  conversation_id: z.string(),
  title: z.string(),
  updated_at: z.iso.datetime(),
  is_archived: z.boolean(),
  found_in: z.enum(['title', 'question', 'answer']),
  turn_id: z.string().nullable().meta({ description: 'The turn that was found; null where it was the title.' }),
  snippet: z
    .array(z.object({ text: z.string(), is_match: z.boolean() }))
    .meta({ description: 'The place that was found, in pieces: plain text, never markup.' }),
  links: z.object({ self: z.string(), html: z.string() }),
})

export type SearchHitResource = z.output<typeof searchHitResource>
export type ConversationSummaryResource = z.output<typeof conversationSummaryResource>
export type BranchResource = z.output<typeof branchResource>
export type ThreadResource = z.output<typeof threadResource>
export type MessageResource = z.output<typeof messageResource>
export type ConversationResource = z.output<typeof conversationResource>
