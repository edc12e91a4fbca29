import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** Sends back what it gets. Its own speed never changes, so when it seems to, the machine was busy. */
const server = http.createServer((req, res) => req.pipe(res))
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
