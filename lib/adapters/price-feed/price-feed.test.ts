import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { checkPrice } from '../../core/pricing/price.ts'
import { modelsDev } from './models-dev.ts'
import { openRouterPrices } from './openrouter.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const json =
  (body: unknown): RequestListener =>
  (_request, response) =>
    void response.end(typeof body === 'string' ? body : JSON.stringify(body))

const model = (id: string) => ({ id, provider: id.split('/')[0] ?? '', name: id, family: null, contextTokens: null })
const options = { at: 0, signal: new AbortController().signal }

describe('models.dev', () => {
  const listed = {
    anthropic: {
      models: {
        claude: {
          cost: {
            input: 3,
            output: 15,
            cache_read: 0.3,
            context_over_200k: { input: 6, output: 22.5, cache_read: 0.6 },
          },
          limit: { context: 200_000, output: 64_000 },
          modalities: { input: ['text', 'image'], output: ['text'] },
        },
        odd: { cost: 'nothing', limit: { context: 'large' }, modalities: [] },
        negative: { cost: { input: -3, output: 15 } },
      },
    },
    xai: { models: { 'grok-4': { cost: { input: 3, output: 15 } } } },
    broken: 17,
    openrouter: { models: { 'anthropic/claude': { cost: { input: 3, output: 15 } } } },
  }
  const look = async (...ids: string[]) => modelsDev({ url: await served(json(listed)) }).look(ids.map(model), options)

  it('gives price, window and modalities by provider and id, through a router too', async () => {
    const [claude, grok, routed] = await look('anthropic/claude', 'x-ai/grok-4', 'openrouter/anthropic/claude')
    expect(claude).toMatchObject({
      contextTokens: 200_000,
      inputModalities: ['text', 'image'],
      outputModalities: ['text'],
    })
    expect(claude && checkPrice(claude.price)).toMatchObject({
      price: { input: 3, cachedInput: 0.3, longContext: { aboveTokens: 200_000, output: 22.5 } },
    })
    expect(grok?.price).toMatchObject({ input: 3, output: 15 })
    expect(routed?.id).toBe('openrouter/anthropic/claude')
  })

  it('leaves out what it does not know, and of what is odd only the odd part', async () => {
    expect(await look('anthropic/other', 'broken/x', 'nobody/y', '__proto__/z')).toEqual([])
    expect(await look('anthropic/odd')).toMatchObject([{ price: { input: null }, contextTokens: null }])
    const [negative] = await look('anthropic/negative')
    expect(negative && checkPrice(negative.price)).toEqual({ refused: 'input' })
  })

  it.each<[string, string, RequestListener]>([
    ['unreadable', 'no JSON', json('<html>')],
    ['unreadable', 'another shape', json([1, 2])],
    ['unreachable', 'status 503', (_request, response) => void response.writeHead(503).end('{}')],
    ['unreachable', 'a redirect', (_request, response) => void response.writeHead(302, { location: '/x' }).end()],
    [
      'unreachable',
      'cut off',
      (_request, response) => {
        response.write('{"anthropic":')
        response.destroy()
      },
    ],
    [
      'unreadable',
      'endless',
      (_request, response) => {
        const more = () => {
          while (!response.destroyed && response.write(' '.repeat(1_000_000)));
          if (!response.destroyed) response.once('drain', more)
        }
        more()
      },
    ],
  ])('is %s, in a sentence that carries nothing of it, when it is %s', async (failure, _name, answer) => {
    const url = await served(answer)
    const error = await modelsDev({ url })
      .look([model('anthropic/claude')], options)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'PriceListError', failure })
    expect((error as Error).message).not.toContain(url)
  })

  it('ends when its job is stopped', async () => {
    const stop = new AbortController()
    const url = await served(() => stop.abort())
    const looking = modelsDev({ url }).look([model('anthropic/claude')], { at: 0, signal: stop.signal })
    await expect(looking).rejects.toMatchObject({ failure: 'unreachable' })
  })
})

describe("OpenRouter's list", () => {
  it('gives prices per million tokens of what it serves, and nothing of other providers', async () => {
    const baseUrl = await served((request, response) => {
      const claude = {
        id: 'anthropic/claude',
        context_length: 200_000,
        architecture: { input_modalities: ['text'], output_modalities: ['text'] },
        pricing: { prompt: '0.000003', completion: '0.000015', input_cache_read: '0.0000003', internal_reasoning: '0' },
      }
      const auto = { id: 'openrouter/auto', pricing: { prompt: '-1', completion: '-1' } }
      json(request.url === '/api/v1/models' ? { data: [claude, auto, 'odd'] } : {})(request, response)
    })
    const list = openRouterPrices({ baseUrl: `${baseUrl}/api/v1/` })
    const ids = ['openrouter/anthropic/claude', 'openrouter/openrouter/auto', 'openrouter/gone', 'anthropic/claude']
    const [claude, auto, gone, ...rest] = await list.look(ids.map(model), options)
    expect(rest).toEqual([])
    expect([claude, auto, gone].map((facts) => [facts?.id, facts?.isListed])).toEqual([
      ['openrouter/anthropic/claude', true],
      ['openrouter/openrouter/auto', true],
      ['openrouter/gone', false],
    ])
    expect(gone && checkPrice(gone.price)).toEqual({ unpriced: true })
    expect(claude?.price).toEqual({ input: 3, output: 15, cachedInput: 0.3, reasoning: null, longContext: null })
    expect(claude).toMatchObject({ contextTokens: 200_000, inputModalities: ['text'] })
    expect(auto && checkPrice(auto.price)).toEqual({ refused: 'input' })
  })

  it('says nothing of ways to ask for a model that it names, and of presets, which it never names', async () => {
    const baseUrl = await served(json({ data: [{ id: 'a/one' }] }))
    const look = async (...names: string[]) => {
      const found = await openRouterPrices({ baseUrl }).look(
        names.map((name) => model(`openrouter/${name}`)),
        options,
      )
      return found.map(({ id, isListed }) => [id, isListed])
    }
    expect(await look('a/one:online', '@preset/mine')).toEqual([])
    expect(await look('a/one:free', 'a/two:online')).toEqual([
      ['openrouter/a/one:free', false],
      ['openrouter/a/two:online', false],
    ])
  })

  it('is unreadable where it names nobody, so that a broken answer makes no model look gone', async () => {
    for (const data of [[], ['odd', {}]]) {
      const baseUrl = await served(json({ data }))
      const looking = openRouterPrices({ baseUrl }).look([model('openrouter/a/one')], options)
      await expect(looking).rejects.toMatchObject({ name: 'PriceListError', failure: 'unreadable' })
    }
  })
})
