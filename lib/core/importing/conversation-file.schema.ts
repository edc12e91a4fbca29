import { z } from 'zod'
import { FILE_FORMAT, FILE_VERSION } from '../conversations/file.ts'
import { fileRun } from './run.schema.ts'

const ref = z.string().max(64)
const dateTime = z.iso.datetime({ offset: true })

/** Our own conversation file, version 1. */
export const conversationFile = z.object({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION, `This installation reads version ${FILE_VERSION}.`),
  conversation: z.object({
    id: z.string().regex(/^cnv_[0-9a-z]{26}$/, 'Expected an id of a conversation.'),
    title: z.string().max(500),
    created_at: dateTime,
    updated_at: dateTime,
    imported: z.unknown(),
    active_run_id: ref.nullable().exactOptional(),
    turns: z
      .array(
        z.object({
          id: ref,
          parent_run_id: ref.nullable().exactOptional(),
          question: z.string(),
          created_at: dateTime,
          runs: z.array(fileRun).max(500),
        }),
      )
      .max(5_000),
  }),
})
