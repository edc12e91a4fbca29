import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { anyFreePort, choosePort } from './port.mjs'

const host = '127.0.0.1'

describe('choosePort', () => {
  it('takes 3000 when it is free', async () => {
    expect(await choosePort({ host, isFree: async () => true })).toBe(3000)
  })

  it('takes the next free one otherwise', async () => {
    expect(await choosePort({ host, isFree: async (port) => port === 3007 })).toBe(3007)
  })

  it('never leaves the port that was asked for', async () => {
    expect(await choosePort({ wanted: '8080', host, isFree: async () => true })).toBe(8080)
    await expect(choosePort({ wanted: '8080', host, isFree: async () => false })).rejects.toThrow(
      'Port 8080 on 127.0.0.1 is taken',
    )
  })

  it.each(['0', 'abc', '70000', '3.5', '-1'])('refuses PORT=%s', async (wanted) => {
    await expect(choosePort({ wanted, host, isFree: async () => true })).rejects.toThrow('is not a port number')
  })

  it('says so when every port is taken', async () => {
    await expect(choosePort({ host, isFree: async () => false })).rejects.toThrow('Set PORT')
  })

  it('sees a port that another server holds', async () => {
    const port = await anyFreePort()
    const server = net.createServer()
    await new Promise((resolve) => server.listen(port, host, resolve))
    await expect(choosePort({ wanted: String(port), host })).rejects.toThrow('is taken')
    await new Promise((resolve) => server.close(resolve))
    expect(await choosePort({ wanted: String(port), host })).toBe(port)
  })
})
