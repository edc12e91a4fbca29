import { AppError } from '../../core/kernel/errors.ts'
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
  const left = new AbortController()
  const signal = AbortSignal.any([request.signal, left.signal])
  const after = resumePoint(request.headers, new URL(request.url))
  const frames = await tailRun(verbContext(ports, actor), pathId('run', id), { after, signal })
  const body = eventStream(frames, { ports, requestId, encode: encodeFrame, onCancel: () => left.abort() })
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}
