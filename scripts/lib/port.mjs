import net from 'node:net'

const FIRST = 3000
const TRIES = 100

/** The port to serve on: exactly `wanted` when one was asked for, else 3000 or the next free one. */
export async function choosePort({ wanted, host, isFree = canListen }) {
  if (wanted) {
    const port = Number(wanted)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT=${wanted} is not a port number.`)
    if (!(await isFree(port, host)))
      throw new Error(`Port ${port} on ${host} is taken. Choose another PORT, or leave it out.`)
    return port
  }
  for (let port = FIRST; port < FIRST + TRIES; port++) if (await isFree(port, host)) return port
  throw new Error(`No port from ${FIRST} to ${FIRST + TRIES - 1} is free on ${host}. Set PORT.`)
}

/** A free port that nobody agreed on, for servers under test. */
export function anyFreePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, host, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
