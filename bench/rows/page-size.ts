import { gzipSync } from 'node:zlib'
import type { Row } from '../row.ts'

/** JavaScript a browser loads to show a running council: every script the page names, gzipped. */
export const pageSize: Row = {
  name: 'page-size',
  async run({ product, say }) {
    say('chat page')
    const { html, path } = await openChat(product.url)
    const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
    const urls = new Set(sources.map(([, src]) => (src as string).replaceAll('&amp;', '&')))
    let gzip = 0
    for (const url of urls) {
      const body = Buffer.from(await (await fetch(new URL(url, product.url))).arrayBuffer())
      gzip += gzipSync(body).length
    }
    const kb = gzip / 1000
    return [
      {
        metric: 'chat page JavaScript, gzip',
        target: '≤ 300 kB',
        value: `${kb.toFixed(0)} kB in ${urls.size} files`,
        isMet: kb <= 300 && urls.size > 0,
        note: `scripts named by the HTML of ${path}`,
      },
    ]
  },
}

/** Asks as a visitor without JavaScript does, by the form of the landing page, and follows to the conversation. */
async function openChat(base: string): Promise<{ html: string; path: string }> {
  const landing = await (await fetch(base)).text()
  const form = [...landing.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes('question'))
  if (!form) throw new Error('the landing page has no question form')
  const data = new FormData()
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name')
    if (name && attribute(input, 'type') === 'hidden') data.set(name, attribute(input, 'value') ?? '')
  }
  data.set('question', 'How large is this page?')
  data.set('council', 'standard')
  const posted = await fetch(base, { method: 'POST', body: data, redirect: 'manual', headers: { origin: base } })
  const path = posted.headers.get('location')
  if (!path) throw new Error(`asking by form led nowhere: ${posted.status}`)
  const cookie = posted.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const html = await (await fetch(new URL(path, base), { headers: { cookie } })).text()
  return { html, path: new URL(path, base).pathname.replace(/cnv_\w+/, '[id]') }
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? null
}
