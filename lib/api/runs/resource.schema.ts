import { z } from 'zod'
import { CRITERIA, FAILURE_REASONS, QUALITY_CODES, STAGES } from '../../core/council/types.ts'

const time = z.iso.datetime()
const seat = z.string().meta({ description: 'A place in the run: `s1`, `s2`, …', examples: ['s1'] })
const stage = z.enum(STAGES)
const failure = z.enum(FAILURE_REASONS)
const score = z.int().min(1).max(5).nullable()

const usage = z
  .object({
    input_tokens: z.int().nullable(),
    output_tokens: z.int().nullable(),
    reasoning_tokens: z.int().nullable(),
  })
  .meta({ description: 'Tokens as the provider reported them; null where it reported nothing.' })

const cost = z.object({
  status: z.enum(['priced', 'reported', 'free', 'unpriced']).meta({
    description: 'Where the amount comes from: our price list, the provider, free (offline demo), or unknown.',
  }),
  usd: z
    .string()
    .nullable()
    .meta({
      description: 'USD as a decimal string; null when unknown, never zero for unknown.',
      examples: ['0.00123'],
    }),
  estimated: z.boolean(),
})

const stageState = z.object({
  status: z.enum(['waiting', 'running', 'completed', 'skipped']),
  started_at: time.nullable(),
  ended_at: time.nullable(),
})

const member = z.object({
  seat,
  model: z.string().meta({ description: '`provider/model` of who answered.' }),
  configured_model: z.string().meta({
    description: 'The model that was chosen for the seat; another than `model` where a fallback took its place.',
  }),
  name: z.string(),
  demo: z.boolean().meta({ description: 'True for the built-in offline demo, which is not a language model.' }),
  status: z.enum(['waiting', 'running', 'completed', 'failed', 'reused']),
  text: z.string().meta({ description: 'The answer so far; whole once completed or reused.' }),
  reason: failure.nullable().meta({ description: 'Why the last attempt failed.' }),
  message: z.string().nullable(),
  attempts: z.int(),
  first_token_ms: z.number().nullable().meta({ description: 'Milliseconds from request to first character.' }),
  usage: usage.nullable(),
  cost: cost.nullable(),
  reused_from: z.string().nullable().meta({ description: 'The earlier run this answer was taken from.' }),
})

const ballot = z.object({
  reviewer: seat,
  status: z.enum(['valid', 'repaired', 'invalid']),
  labels: z
    .array(z.object({ label: z.string(), seat }))
    .meta({ description: 'Which answer stood behind which anonymous label, as this reviewer saw them, in order.' }),
  scores: z
    .record(z.string(), z.object(Object.fromEntries(CRITERIA.map((name) => [name, score]))))
    .meta({ description: 'Rubric scores 1 to 5 by seat and criterion.' }),
  ranking: z.array(z.array(seat)).meta({ description: 'Best first; seats in one inner list are tied.' }),
  comments: z.record(z.string(), z.string()),
  raw: z.string().meta({ description: 'What the reviewer wrote, word for word.' }),
  problem: z.string().nullable(),
})

const ranked = z.object({
  seat,
  rank: z.int().meta({ description: '1 is best.' }),
  score: z.number().nullable().meta({ description: 'Normalized Borda score in [0, 1]; 0.5 is chance.' }),
  rubric: z.number().nullable().meta({ description: 'Mean rubric score, 1 to 5.' }),
  ballots: z.int().meta({ description: 'Ballots that judged this answer.' }),
})

const tally = z.object({
  method: z.enum(['normalized_borda', 'scores', 'none']),
  winner: seat.nullable(),
  tie_break: z.enum(['copeland', 'first_places', 'head_to_head', 'hash']).nullable(),
  ballots: z.object({ valid: z.int(), repaired: z.int(), invalid: z.int() }),
})

const consensus = z.object({
  value: z.number().nullable().meta({ description: 'How far the judges agree, 0 to 1; null with too few ballots.' }),
  band: z.enum(['strong', 'moderate', 'weak', 'none', 'too_few']),
  w: z.number().nullable().meta({ description: "Kendall's W, corrected for ties." }),
  concordance: z.number().nullable().meta({ description: 'Share of judge pairs × answer pairs in the same order.' }),
  p: z.number().nullable().meta({ description: 'Probability of at least this agreement by chance.' }),
  judges: z.int(),
  answers: z.int(),
})

const call = z.object({
  stage,
  seat,
  attempt: z.int(),
  model: z.string(),
  fallback_of: z.string().nullable().meta({ description: 'The chosen model, where `model` stands in for it.' }),
  provider: z.string(),
  prompt: z.string().meta({ description: 'Prompt id and version.', examples: ['member@1'] }),
  parameters: z
    .object({
      temperature: z.number().nullable().meta({ description: 'Null: the model’s own.' }),
      max_output_tokens: z.int().nullable(),
      seed: z.int().meta({ description: 'Sent to models that take one.' }),
      structured: z.boolean().meta({ description: 'Whether an answer of a given shape was asked for.' }),
    })
    .nullable()
    .meta({ description: 'What was asked for beside the text, of models that take it; null for an imported call.' }),
  left_out_turns: z.int().meta({ description: 'Earlier turns that did not fit into this call.' }),
  status: z.enum(['running', 'completed', 'failed']),
  finish: z.enum(['stop', 'length']).nullable(),
  reason: failure.nullable(),
  message: z.string().nullable(),
  started_at: time,
  ended_at: time.nullable(),
  first_token_ms: z.number().nullable(),
  usage: usage.nullable(),
  cost: cost.nullable(),
})

const reason = z.object({
  code: z.enum(QUALITY_CODES),
  seat: seat.nullable(),
  reason: failure.nullable(),
  model: z.string().nullable().meta({ description: 'The model that took the seat, where one did.' }),
  instead_of: z.string().nullable().meta({ description: 'The model that was chosen for it.' }),
  turns: z.int().nullable().meta({ description: 'Earlier turns that were left out, where some were.' }),
})

const budget = z.object({
  usd: z.string().meta({ description: 'The most that the run may cost.', examples: ['0.5'] }),
  assumed_prices: z.array(z.string()).meta({
    description: 'Models without a known price, which are held to be dear: USD 15 and 75 per million tokens.',
  }),
})

/** A run as the API shows it. */
export const runResource = z
  .object({
    id: z.string().meta({ examples: ['run_06fd0z5m9b7k1r3s5t7v9x1z3c'] }),
    object: z.literal('run'),
    conversation_id: z.string(),
    turn_id: z.string().meta({ description: 'The question it answers; sibling runs share it.' }),
    source_run_id: z.string().nullable().meta({ description: 'The run this one continues; null for a first asking.' }),
    question: z.string(),
    history: z
      .object({ turns: z.int(), omitted: z.int() })
      .meta({ description: 'Earlier turns that went with the question, and older ones that did not fit.' }),
    council: z.string().meta({
      description: 'The council that was asked; `custom` for seats of its own, `single` for one model.',
      examples: ['standard'],
    }),
    status: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']),
    quality: z.enum(['full', 'degraded', 'insufficient']).nullable().meta({ description: 'Null until the run ends.' }),
    context_chars: z.int().meta({ description: 'Characters of the context that went with the question.' }),
    metadata: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What was given along to be kept; `{}` if nothing.' }),
    budget: budget.nullable(),
    reasons: z.array(reason).meta({ description: 'Everything that speaks against full quality.' }),
    stages: z.object({ first_opinions: stageState, review: stageState, final_response: stageState }),
    answer: z
      .object({
        text: z.string(),
        is_complete: z.boolean(),
        seat,
        model: z.string(),
        taken: z.boolean().meta({ description: "True when somebody took this member's answer as the final one." }),
        last_resort: z.boolean().meta({ description: "True when a member's answer stands in for the chairman's." }),
      })
      .nullable()
      .meta({ description: 'The final answer, also while it is being written; null before its first character.' }),
    members: z.array(member),
    review_skipped: z.string().nullable().meta({ description: 'Why there was no review; null when there was one.' }),
    ballots: z.array(ballot),
    ranking: z.array(ranked).meta({ description: 'Best first; empty until the votes are counted.' }),
    tally: tally.nullable(),
    consensus: consensus.nullable(),
    usage: z.object({
      calls: z.int().meta({ description: 'Calls to models that have ended, retries included.' }),
      tokens: z.int().nullable().meta({ description: 'Input and output together; null where any call did not say.' }),
      cost_usd: z.string().nullable().meta({
        description: 'USD as a decimal string; a lower bound while `unpriced_calls` is not 0, null if all are.',
      }),
      unpriced_calls: z.int(),
    }),
    calls: z.array(call),
    created_at: time,
    started_at: time.nullable(),
    ended_at: time.nullable(),
    links: z.object({ self: z.string(), events: z.string(), html: z.string() }),
  })
  .meta({ description: 'One deliberation of a council, or one answer of a single model.' })

export type RunResource = z.output<typeof runResource>
