import type { Exchange } from '@/lib/api/context.ts'
import { exchange } from '@/lib/api/exchange.ts'
import { apiDoor } from '@/lib/runtime/door.ts'

type Context = { params: Promise<{ id: string }> }

/** What a route file of its own exports under every method: `answer` is given the id of the path and refuses methods itself. */
export function serveById(answer: (exchange: Exchange, id: string) => Promise<Response>) {
  return (request: Request, { params }: Context): Promise<Response> =>
    exchange(request, apiDoor, async (exchanged) => answer(exchanged, (await params).id))
}
