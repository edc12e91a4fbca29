import { describe, expect, it } from 'vitest'
import { diagramFrame, diagramLibraryFile } from './frame.ts'

const policy = () => diagramFrame('abc').headers.get('content-security-policy') ?? ''

describe('the frame in which diagrams are drawn', () => {
  it('has an origin of its own, wherever it is opened', () => {
    expect(policy()).toMatch(/sandbox allow-scripts(?:;|$)/)
    expect(policy()).not.toContain('allow-same-origin')
  })

  it('reaches nobody, and only our pages may frame it', () => {
    expect(policy()).toContain("default-src 'none'")
    expect(policy()).not.toMatch(/(?:connect|img|font|frame|form)-src/)
    expect(policy()).toContain("frame-ancestors 'self'")
  })

  it('runs its own script and what that loads, nothing inline beside it', async () => {
    expect(policy()).toContain("script-src 'nonce-abc' 'strict-dynamic'")
    const scripts = (await diagramFrame('abc').text()).match(/<script[^>]*>/g)
    expect(scripts).toEqual(['<script type="module" nonce="abc">'])
  })

  it('has no file that is not there', async () => {
    expect(diagramLibraryFile(null).status).toBe(404)
    expect(diagramLibraryFile('export {}').headers.get('content-type')).toContain('text/javascript')
  })
})
