import { z } from 'zod'
import { hasEnded, memberAnswers } from '../../core/council/select.ts'
import type { RunState } from '../../core/council/state.ts'
import { AppError, invalidField } from '../../core/kernel/errors.ts'
import { isId } from '../../core/kernel/ids.ts'
import { defaultChairman } from '../../services/councils/index.ts'
import { getRun, type StartInput, startInput, startRun, waitForRun } from '../../services/runs/index.ts'
import type { ApiContext, ApiPorts } from '../context.ts'
import { seatsBody } from '../councils/body.ts'
import { idempotencyHeaders } from '../idempotency.ts'
import { documented, withEvents } from '../openapi/documented.ts'
import { procedure } from '../procedure.ts'
import { type RunResource, runResource } from './resource.schema.ts'
import { toRunResource } from './resource.ts'
import { sampleRequest, sampleRun, sampleRunningRun } from './samples.ts'

const WAIT_MS = 240_000

const runId = z.string().refine((id) => isId('run', id), 'There is no such run.')

const bodySchema = z.strictObject({
  question: startInput.shape.question.meta({ description: 'Up to 20,000 characters.' }),
  council: startInput.shape.council.meta({
    description: 'Id of a council (`GET /councils`), a preset or one of your own; the default one if absent.',
  }),
  members: seatsBody.shape.members.optional().meta({
    description: 'Models of the members for this question alone, 1 to 8: short for `seats`.',
  }),
  chairman: seatsBody.shape.chairman.optional().meta({
    description: 'With `members`: who writes the final answer; the default council’s chairman if absent.',
  }),
  voting: seatsBody.shape.voting.meta({ description: 'With `members`: `rank_and_score`, or `none` for no review.' }),
  seats: seatsBody.optional().meta({ description: 'Seats for this question alone, instead of a council.' }),
  model: startInput.shape.model.meta({ description: 'Id of one model (`GET /models`) instead of a council.' }),
  context: startInput.shape.context.meta({
    description: 'A text that members, reviewers and chairman read as material, up to 50,000 characters.',
  }),
  metadata: startInput.shape.metadata.meta({
    description: 'Kept with the run and given back: up to 16 keys and 4,096 bytes of JSON.',
    examples: [{ ticket: 'A-17' }],
  }),
  budget: startInput.shape.budget.meta({
    description:
      'The most that the run may cost, in USD as a decimal string. It is refused (402) where its calls could cost more, ' +
      'and no call starts that could go beyond it. With a budget an answer has at most 4,000 tokens and a ballot 2,000.',
    examples: ['0.50'],
  }),
  stream: z.boolean().optional().meta({
    description: '`true`, or `Accept: text/event-stream`: the answer is the run’s event stream.',
  }),
  conversation_id: z
    .string()
    .refine((id) => isId('conversation', id), 'There is no such conversation.')
    .optional()
    .meta({ description: 'Asks on in this conversation; a new one if absent.' }),
  parent_run_id: runId.optional().meta({
    description: 'Asks under the answer of this run; at the end of the shown path if absent.',
  }),
  edits_turn_id: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Asks in place of this turn, as a branch: the turn and what follows it stay.' }),
  thread: z
    .strictObject({
      run_id: runId,
      seat: z.string().max(8).nullable().default(null).meta({ description: 'Null: the final answer.' }),
    })
    .optional()
    .meta({
      description: 'Begins a thread about one message: a conversation of its own that knows only that message.',
    }),
})

const input = z.object({
  query: z.strictObject({
    wait: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: '`true`: answer when the run has ended, or after 240 seconds.' }),
  }),
  headers: idempotencyHeaders,
  body: bodySchema,
})

const location = z.object({ location: z.string() })

const output = z.union([
  z.object({ status: z.literal(202), headers: location, body: runResource }),
  z.object({ status: z.literal(200), headers: location, body: runResource }),
])

type Body = z.output<typeof bodySchema>

/** `POST /runs`: asks, and by default does not wait. */
export const createRun = procedure
  .route({
    method: 'POST',
    path: '/runs',
    operationId: 'createRun',
    tags: ['Runs'],
    summary: 'Ask a council or a single model',
    description:
      'Starts a run and answers 202 at once; follow it at `links.events` or ask for it again. With `wait=true` the ' +
      'answer comes when the run has ended (200), or after 240 seconds as it stands (202). A run goes on by itself: ' +
      'closing the connection does not stop it. With `stream` the answer is the event stream of `links.events`.',
    inputStructure: 'detailed',
    outputStructure: 'detailed',
    spec: withEvents(
      documented({
        request: sampleRequest,
        success: { 202: sampleRunningRun, 200: sampleRun },
        errors: [
          'BUDGET_EXCEEDED',
          'FOREIGN_ORIGIN',
          'IDEMPOTENCY_MISMATCH',
          'QUOTA_EXCEEDED',
          'TOO_MANY_RUNS',
          'ALL_MEMBERS_FAILED',
          'UNAVAILABLE',
        ],
      }),
    ),
  })
  .input(input)
  .output(output)
  .handler(async ({ input: { query, headers, body }, context, signal }) => {
    const isWaiting = query.wait === 'true'
    if (body.stream && isWaiting) throw invalidField('stream', 'A stream needs no wait: leave one of them out.')
    const isStreamed = body.stream ?? (context.wantsEvents && !isWaiting)
    const { runId } = await startRun(context.ctx, startOf(body, context, headers['idempotency-key']))
    if (isStreamed) return followed(context, await getRun(context.ctx, runId))
    if (!isWaiting) return accepted(context, await getRun(context.ctx, runId))
    const options = { timeoutMs: WAIT_MS, signal: signal ?? new AbortController().signal }
    return waited(context, await waitForRun(context.ctx, runId, options))
  })

function startOf(body: Body, { ports }: ApiContext, idempotencyKey: string | undefined): StartInput {
  const {
    conversation_id: conversationId,
    parent_run_id: parentRunId,
    edits_turn_id: editsTurnId,
    thread,
    members,
    chairman,
    voting,
    seats,
    stream: _shown,
    ...rest
  } = body
  const about = thread && { runId: thread.run_id, seat: thread.seat }
  const chosen = members ? seatsOf({ members, chairman, voting, seats }, ports) : seats
  if (!members && (chairman ?? voting) !== undefined)
    throw invalidField(chairman === undefined ? 'voting' : 'chairman', 'Name the members too.')
  return { ...rest, seats: chosen, conversationId, parentRunId, editsTurnId, thread: about, idempotencyKey }
}

/** The seats that `members` is short for. */
function seatsOf(
  { members, chairman, voting, seats }: Pick<Body, 'chairman' | 'voting' | 'seats'> & { members: string[] },
  ports: ApiPorts,
) {
  if (seats) throw invalidField('members', 'Choose members or seats, not both.')
  return { members, chairman: chairman ?? defaultChairman(ports), voting }
}

function followed(context: ApiContext, state: RunState) {
  const answer = accepted(context, state)
  context.follow.run = { id: state.id, location: answer.headers.location }
  return answer
}

function waited(context: ApiContext, state: RunState) {
  if (!hasEnded(state)) return accepted(context, state)
  const run = toRunResource(state, context.ports)
  if (state.status === 'failed') {
    const isAnswered = memberAnswers(state).length > 0
    const message = isAnswered ? 'Too few members answered for a final answer.' : undefined
    throw new AppError('ALL_MEMBERS_FAILED', message, { run })
  }
  return { status: 200 as const, headers: { location: run.links.self }, body: run }
}

function accepted(context: ApiContext, state: RunState) {
  const run: RunResource = toRunResource(state, context.ports)
  return { status: 202 as const, headers: { location: run.links.self }, body: run }
}
