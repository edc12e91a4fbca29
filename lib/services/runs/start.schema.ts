import { z } from 'zod'
import { parseUsd } from '../../core/kernel/money.ts'
import { cleanText } from '../../core/kernel/text.ts'
import { seatsInput } from '../councils/index.ts'

export const QUESTION_MAX = 20_000

/** Characters of a text that goes with a question, at most. */
export const CONTEXT_MAX = 50_000

const METADATA_KEYS_MAX = 16
const METADATA_BYTES_MAX = 4_096

const metadata = z
  .record(z.string().min(1).max(64), z.unknown())
  .refine((it) => Object.keys(it).length <= METADATA_KEYS_MAX, `At most ${METADATA_KEYS_MAX} keys.`)
  .refine(
    (it) => new TextEncoder().encode(JSON.stringify(it)).length <= METADATA_BYTES_MAX,
    `At most ${METADATA_BYTES_MAX.toLocaleString('en')} bytes as JSON.`,
  )

const MAX_BUDGET = parseUsd('1000000') ?? 0n
const budget = z.string().refine((usd) => isBudget(parseUsd(usd)), 'Expected USD as a decimal, like "0.25".')

/** A question for a council (or one model), as every surface hands it in. */
export const startInput = z.strictObject({
  question: z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(
      z
        .string()
        .min(1, 'Write a question.')
        .max(QUESTION_MAX, `A question has at most ${QUESTION_MAX.toLocaleString('en')} characters.`),
    ),
  /** Id of a preset or of a council that the asker keeps; left out, the default council answers. */
  council: z.string().min(1).max(100).optional(),
  /** One single model instead of a council. */
  model: z.string().min(1).max(200).optional(),
  /** Seats for this question alone, instead of a council. */
  seats: seatsInput.optional(),
  /** A text for members, reviewers and chairman: material, never instructions. */
  context: z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(CONTEXT_MAX, `A context has at most ${CONTEXT_MAX.toLocaleString('en')} characters.`))
    .optional(),
  /** Whatever the asker wants kept with the run. */
  metadata: metadata.optional(),
  /** The most that the run may cost, in USD. */
  budget: budget.optional(),
  /** Continues this conversation; left out, a new one begins. */
  conversationId: z.string().min(1).max(64).optional(),
  /** Asks under the answer of this run, not at the end of the path that is shown. */
  parentRunId: z.string().min(1).max(64).optional(),
  /** Asks in place of this turn, which stays as it is: a branch. */
  editsTurnId: z.string().min(1).max(64).optional(),
  /** Begins a thread about one message: a run's final answer, or the answer of one of its seats. */
  thread: z.strictObject({ runId: z.string().min(1).max(64), seat: z.string().max(8).nullable() }).optional(),
  idempotencyKey: z.string().min(1).max(255).optional(),
})

export type StartInput = z.input<typeof startInput>

function isBudget(pico: bigint | null): boolean {
  return pico !== null && pico > 0n && pico <= MAX_BUDGET
}
