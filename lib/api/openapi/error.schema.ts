import { z } from 'zod'
import { ERROR_TABLE, type ErrorCode } from '../../core/kernel/errors.ts'

const code = z.enum(Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]])
const param = z.string().nullable().meta({ description: 'The field, header or parameter at fault.' })
const requestId = z.string().meta({ description: 'The same as the `x-request-id` header.' })
const details = z
  .looseObject({
    issues: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Every broken field.' }),
    retry_after_s: z.number().optional().meta({ description: 'Seconds to wait before trying again.' }),
    limit: z
      .object({
        name: z.string(),
        quota: z.number(),
        remaining: z.number(),
        window_s: z.number(),
        reset_s: z.number(),
      })
      .optional(),
  })
  .meta({ description: 'What there is to say beyond the message; depends on the code.' })

/** The error body of every answer above 399. */
export const errorSchema = z.object({
  error: z.object({
    code,
    message: z.string(),
    type: z.string(),
    param,
    request_id: requestId,
    timestamp: z.iso.datetime(),
    docs_url: z.string(),
    details,
  }),
})

/** The same as RFC 9457 problem details. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code,
  param,
  request_id: requestId,
  timestamp: z.iso.datetime(),
  details,
})
