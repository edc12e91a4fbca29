import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sdkCall, undiciCall } from './call-model.ts'
import { plainCouncils } from './plain-council.ts'

/** A plain council behind node:http, as a process: `node node-council.ts sdk|undici BASE_URL MODEL…`. */
const [kind = 'sdk', baseUrl = '', ...models] = process.argv.slice(2)
const councils = plainCouncils(kind === 'undici' ? undiciCall(baseUrl) : sdkCall(baseUrl), models)

const server = createServer((req, res) => {
  const id = /^\/api\/v1\/runs\/([\w-]+)\/events$/.exec(req.url ?? '')?.[1]
  if (req.method === 'POST') void start(req, res)
  else if (id) stream(res, id)
  else idle(res)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))

async function start(req: IncomingMessage, res: ServerResponse): Promise<void> {
  let body = ''
  for await (const chunk of req) body += chunk
  const id = councils.start((JSON.parse(body) as { question: string }).question)
  res.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id }))
}

function stream(res: ServerResponse, id: string): void {
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  const leave = councils.subscribe(id, (frame) => void (frame === null ? res.end() : res.write(frame)))
  res.on('close', leave)
}

/** An event stream on which nothing happens, for memory. */
function idle(res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  res.write(': open\n\n')
  const beat = setInterval(() => res.write(': beat\n\n'), 15_000)
  res.on('close', () => clearInterval(beat))
}
