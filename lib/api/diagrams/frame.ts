const LIBRARY = '/diagram/library/mermaid.esm.min.mjs'

/**
 * Draws what it is asked over the port of its first message: `{ id, source, config }` in, `{ id, svg }` or
 * `{ id, error }` out, one after the other.
 */
const SCRIPT = `
import mermaid from '${LIBRARY}'
addEventListener('message', ({ ports: [port] }) => {
  if (!port) return
  let queue = Promise.resolve()
  port.onmessage = ({ data: { id, source, config } }) => {
    queue = queue.then(async () => {
      try {
        mermaid.initialize(config)
        const { svg } = await mermaid.render('drawing', source)
        const page = new DOMParser().parseFromString(svg, 'text/html')
        port.postMessage({ id, svg: new XMLSerializer().serializeToString(page.querySelector('svg')) })
      } catch (error) {
        port.postMessage({ id, error: String(error?.message ?? error) })
      }
    })
  }
}, { once: true })
parent.postMessage('diagram frame is ready', '*')
`

/**
 * The page in which Mermaid runs: framed by our pages, in an origin of its own (`sandbox` here and on the frame), without
 * network. It may set styles, which our pages may not, and whatever gets loose in it finds nothing.
 */
export function diagramFrame(nonce: string): Response {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
  ]
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Diagram</title><body><script type="module" nonce="${nonce}">${SCRIPT}</script></body></html>`
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
    },
  })
}

/** A file of the drawing library; null where there is none. Open to any origin, since the frame has none that could be named. */
export function diagramLibraryFile(content: string | null): Response {
  if (content === null) return new Response('There is no such file.', { status: 404 })
  return new Response(content, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=86400',
      'access-control-allow-origin': '*',
    },
  })
}
