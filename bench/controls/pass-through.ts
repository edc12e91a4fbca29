import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { Agent, request } from 'undici'

/**
 * The least a server can do for a stream: asks the upstream and copies its bytes to the viewer, unread. As a process:
 * `node pass-through.ts BASE_URL`; `POST /` with the body of a chat completion.
 */
const [baseUrl = ''] = process.argv.slice(2)
const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 })

const server = http.createServer((req, res) => {
  copy(req, res).catch(() => res.destroy())
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))

async function copy(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const { body } = await request(`${baseUrl}/chat/completions`, { method: 'POST', dispatcher, headers, body: req })
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  pipeline(body, res, () => {})
}
