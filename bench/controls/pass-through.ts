import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** Pipes whatever the upstream sends, byte for byte: `node pass-through.ts UPSTREAM_URL`. The floor of any delay. */
const target = new URL(process.argv[2] ?? '')

const server = http.createServer((req, res) => {
  const { hostname, port } = target
  const upstream = http.request(
    { hostname, port, path: req.url, method: req.method, headers: req.headers },
    (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    },
  )
  upstream.on('error', () => res.destroy())
  res.on('close', () => upstream.destroy())
  req.pipe(upstream)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
