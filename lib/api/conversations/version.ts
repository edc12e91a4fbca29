import { z } from 'zod'

/** The version of a conversation or council as an entity tag: what an edit may change, not what runs add. */
export function etagOf({ version }: { version: number }): string {
  return `"${version}"`
}

/** The headers that carry it. */
export const etagHeaders = z.object({ etag: z.string() })

/** `If-Match: "3"`, `*` or nothing. A proxy that compresses makes tags weak, so `W/"3"` is the same. */
export const ifMatchHeaders = z.object({
  'if-match': z
    .string()
    .trim()
    .regex(/^(\*|(W\/)?"\d{1,9}")$/, 'Send the ETag that was read, or *.')
    .optional()
    .meta({ description: 'The `ETag` that was read: the edit fails with 412 if somebody else was first.' }),
})

/** The version that is expected; null for any. */
export function expectedVersion(ifMatch: string | undefined): number | null {
  const digits = /\d+/.exec(ifMatch ?? '')
  return digits && Number(digits[0])
}
