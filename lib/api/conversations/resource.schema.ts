import { z } from 'zod'

const summary = {
  id: z.string(),
  object: z.literal('conversation'),
  title: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  is_running: z.boolean().meta({ description: 'True while any of its runs is live.' }),
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

export type ConversationSummaryResource = z.output<typeof conversationSummaryResource>
export type ConversationResource = z.output<typeof conversationResource>
