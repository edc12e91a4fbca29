import { AppError } from '../../core/kernel/errors.ts'
import type { Actor } from '../../services/context.ts'
import { tailRun } from '../../services/runs/index.ts'
import { requireCaller } from '../caller.ts'
import { type Exchange, verbContext } from '../context.ts'
import { pathId } from '../path.ts'
import { EVENT_STREAM_HEADERS, eventStream } from '../sse/event-stream.ts'
import { encodeFrame, resumePoint } from '../sse/frame.ts'

/** `GET /runs/{id}/events`: a run as server-sent events, from where the reader left off. */
export async function streamRun({ request, ports, requestId }: Exchange, id: string): Promise<Response> {
  if (request.method !== 'GET') throw new AppError('METHOD_NOT_ALLOWED', undefined, { allow: ['GET'] })
  const { actor } = requireCaller(request.headers, ports)
  const after = resumePoint(request.headers, new URL(request.url))
  return runEvents({ request, ports, requestId }, actor, { runId: pathId('run', id), after })
}

/** A run's events from `after` on, as the answer to a request; they end when its sender leaves. The run does not. */
export async function runEvents(
  { request, ports, requestId }: Exchange,
  actor: Actor,
  { runId, after }: { runId: string; after: string | null },
): Promise<Response> {
  const left = new AbortController()
  const signal = AbortSignal.any([request.signal, left.signal])
  const frames = await tailRun(verbContext(ports, actor), runId, { after, signal })
  const body = eventStream(frames, { ports, requestId, encode: encodeFrame, onCancel: () => left.abort() })
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}
