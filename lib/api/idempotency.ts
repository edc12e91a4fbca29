import { z } from 'zod'

/** The `Idempotency-Key` header, with or without the quotes of a structured field. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .transform((value) => /^"(.*)"$/.exec(value.trim())?.[1] ?? value.trim())
    .pipe(z.string().min(1, 'The key is empty.').max(255, 'A key has at most 255 characters.'))
    .optional()
    .meta({ description: 'Same key and body: the same run, not a second one. Same key, other body: 422.' }),
})
