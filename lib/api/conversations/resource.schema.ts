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
  total_cost: z.string().nullable().meta({ description: 'Decimal USD over the same; null where any is unknown.' }),
  links: z.object({ self: z.string(), html: z.string() }),
}

const turn = z.object({
  id: z.string(),
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

/** A conversation with its turns, oldest first. */
export const conversationResource = z.object({ ...summary, turns: z.array(turn) })

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
export type ConversationResource = z.output<typeof conversationResource>
