import { z } from 'zod'
import { cleanText } from '../../core/kernel/text.ts'

/** Characters of a title at most; lists show one line. */
export const TITLE_MAX = 200
const METADATA_KEYS = 32

/** Values of `metadata`: flat, so that filters mean what they say. */
const entry = z.union([z.string().max(512, 'A value has at most 512 characters.'), z.number(), z.boolean()])

export const updateInput = z.strictObject({
  title: z
    .string()
    .transform((title) => cleanText(title).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'Write a title.').max(TITLE_MAX, `A title has at most ${TITLE_MAX} characters.`))
    .optional(),
  pinned: z.boolean().optional(),
  archived: z.boolean().optional(),
  favourite: z.boolean().optional(),
  metadata: z
    .record(z.string().min(1).max(64, 'A key has at most 64 characters.'), entry)
    .refine((metadata) => Object.keys(metadata).length <= METADATA_KEYS, `At most ${METADATA_KEYS} keys.`)
    .optional(),
})

/** What an edit may say. */
export type UpdateInput = z.input<typeof updateInput>
