import { describe, expect, it } from 'vitest'
import { refuseUnreadablePath } from './unreadable-path.ts'

const ask = (path: string) =>
  refuseUnreadablePath(new Request(`http://council.test${path}`), { requestId: 'req_test', now: 0 })

describe('an address', () => {
  it.each(['/api/v1/runs/%ED%A0%80', '/api/v1/%', '/api/v1/%ff', '/c/%C3'])(
    'that is not UTF-8 is nowhere: %s',
    async (path) => {
      const response = ask(path)
      expect(response?.status).toBe(404)
      expect(response?.headers.get('x-request-id')).toBe('req_test')
      expect(await response?.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
    },
  )

  it.each(['/api/v1/runs', '/c/%C3%A9', '/api/v1/runs/%00', '/?q=%ff'])('that can be read goes on: %s', (path) => {
    expect(ask(path)).toBeNull()
  })
})
