import { act, cleanup, render, screen, within } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { STATUS_REASONS } from '@/lib/core/health/status.ts'
import { LANGUAGES } from '@/lib/core/settings/languages.ts'
import { inLanguage } from '../language/render.fixture.tsx'
import { LiveProviders } from './live-providers.tsx'
import { ProviderCard } from './provider-card.tsx'
import { ProviderNotice } from './provider-notice.tsx'
import { AT, demoFixture, providerFixture, providersFixture } from './providers.fixture.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const show = (changes: Parameters<typeof providerFixture>[0] = {}, skewMs: number | null = null) =>
  render(<ProviderCard provider={providerFixture(changes)} at={AT} skewMs={skewMs} />)
const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent

/** An event stream that the test writes. */
function stubStream() {
  let body: ReadableStreamDefaultController<Uint8Array> | null = null
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      body = controller
    },
  })
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response(stream)
  })
  const send = (text: string) =>
    act(async () => {
      body?.enqueue(new TextEncoder().encode(text))
      for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
    })
  return { asked, send }
}

describe('the card of a provider', () => {
  it('says how it is in a word, and what that means in a sentence', () => {
    show({ status: 'down', reason: 'paused', cause: 'upstream_error' })
    const card = screen.getByRole('region', { name: 'OpenRouter' })
    expect(within(card).getByText('Down')).toBeTruthy()
    expect(within(card).getByText(/is left alone for a moment.*Last problem: upstream error\./)).toBeTruthy()
  })

  it('shows its figures', () => {
    show()
    expect(fact('Availability, 24 hours')).toBe('99% (198 good, 2 failed)')
    expect(fact('First token, last hour')).toBe('median 0.5 s, 95% within 1.4 s, mean 0.6 s')
    expect(fact('Requests left')).toBe('20 of 500')
    expect(fact('Under way')).toBe('3 of 64 calls')
    expect(fact('Breaker')).toBe('closed: calls go out')
    expect(fact('Last check')).toBe('12:08 PM, answered in 0.3 s')
  })

  it('says what is not known instead of a zero', () => {
    show({
      availability: { healthy: 0, unhealthy: 0, share: null },
      first_token_ms: { count: 0, mean: null, p50: null, p95: null },
      headroom: { requests: null, tokens: null },
      ...{ last_check: null, history: [], status: 'unknown', reason: 'not_asked' },
    })
    expect(fact('Availability, 24 hours')).toBe('nothing seen yet')
    expect(fact('First token, last hour')).toBe('not measured')
    expect(fact('Tokens left')).toBe('not said lately')
    expect(fact('Last check')).toBe('not yet')
  })

  it('never rounds a failure away', () => {
    show({ availability: { healthy: 99_999, unhealthy: 1, share: 0.99999 } })
    expect(fact('Availability, 24 hours')).toBe('99.9% (99999 good, 1 failed)')
  })

  it('says of one that cannot be asked for free that only its calls tell', () => {
    show({ judged_by: 'traffic', last_check: null })
    expect(fact('Last check')).toBe('none, because asking would cost: its calls tell')
  })

  it('says how many wait', () => {
    show({ in_flight: 64, waiting: 2 })
    expect(fact('Under way')).toBe('64 of 64 calls, 2 wait')
  })

  it('has a sentence for every reason in every language', () => {
    for (const language of LANGUAGES) {
      const sentences = STATUS_REASONS.map((reason) => {
        const { container } = render(<ProviderCard provider={providerFixture({ reason })} at={AT} skewMs={null} />, {
          wrapper: inLanguage(language),
        })
        const text = container.querySelector('p')?.textContent ?? ''
        cleanup()
        return text
      })
      expect(new Set(sentences).size).toBe(STATUS_REASONS.length)
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/u)
    }
  })
})

describe('the breaker of a provider', () => {
  const open = { state: 'open', next_probe_at: '2026-11-21T12:10:08.000Z', probing: false } as const

  it('counts down by the clock of the server, and then says that the next call tries', async () => {
    vi.useFakeTimers({ now: Date.parse(AT) + 60_000 })
    show({ breaker: open }, 60_000)
    expect(fact('Breaker')).toBe('open: tries again in 8 s')
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(fact('Breaker')).toBe('open: tries again in 5 s')
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(fact('Breaker')).toBe('half open: the next call tries')
  })

  it('names the time where nothing counts down', () => {
    expect(
      renderToStaticMarkup(<ProviderCard provider={providerFixture({ breaker: open })} at={AT} skewMs={null} />),
    ).toContain('open: tries again at 12:10:08 PM')
  })

  it('says that a call is trying', () => {
    show({ breaker: { state: 'half_open', next_probe_at: open.next_probe_at, probing: true } })
    expect(fact('Breaker')).toBe('half open: one call is trying')
  })
})

describe('the last day of a provider', () => {
  const historyOf = () => screen.getByRole('figure')

  it('is drawn in half hours and said in words, failures by their time', () => {
    show()
    const figure = historyOf()
    // 46 half hours in which nothing was seen, a good one, and one in two parts
    expect(figure.querySelectorAll('rect')).toHaveLength(46 + 1 + 2)
    expect(within(figure).getByText('198 good, 2 failed')).toBeTruthy()
    expect(
      within(figure)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['11:30 AM: 196 good, 2 failed'])
  })

  it('tells failures from successes by their shape too', () => {
    show({ history: [{ at: '2026-11-21T12:00:00.000Z', healthy: 1, unhealthy: 1 }] })
    const [good, failed] = [...historyOf().querySelectorAll('rect')].slice(-2)
    const end = Number(good?.getAttribute('y')) + Number(good?.getAttribute('height'))
    expect(Number(failed?.getAttribute('y'))).toBeGreaterThan(end)
  })

  it('says so where nothing was seen', () => {
    show({ history: [] })
    expect(within(historyOf()).getByText('nothing seen yet')).toBeTruthy()
  })
})

describe('the page of the providers', () => {
  const initial = providersFixture(providerFixture(), demoFixture())

  it('is there without JavaScript, as the server knew them', () => {
    const markup = renderToStaticMarkup(<LiveProviders initial={initial} />)
    expect(markup).toContain('OpenRouter')
    expect(markup).toContain('This is how it was at 12:10:00 PM')
  })

  it('follows the stream and says to who listens what has changed', async () => {
    const { asked, send } = stubStream()
    render(<LiveProviders initial={initial} />)
    expect(asked).toEqual(['/api/v1/providers/events'])
    expect(screen.getByRole('status').textContent).toBe('')
    const down = providersFixture(providerFixture({ status: 'down', reason: 'no_answer' }), demoFixture())
    await send(`event: providers.snapshot\ndata: ${JSON.stringify(down)}\n\n`)
    expect(screen.getByText('Down')).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe('OpenRouter: Down.')
    await send(`event: providers.snapshot\ndata: ${JSON.stringify(down)}\n\n`)
    expect(screen.getByRole('status').textContent).toBe('OpenRouter: Down.')
  })

  it('says when it is no longer live', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}', { status: 404 }))
    render(<LiveProviders initial={initial} />)
    expect((await screen.findByRole('alert')).textContent).toContain(
      'no longer live. This is how it was at 12:10:00 PM',
    )
  })

  it('shows the demo models as built in, without figures', () => {
    stubStream()
    render(<LiveProviders initial={initial} />)
    const card = screen.getByRole('region', { name: 'Built-in demo' })
    expect(within(card).getByText(/works without a network/)).toBeTruthy()
    expect(within(card).queryByRole('figure')).toBeNull()
    expect(screen.queryByText(/Only the built-in/)).toBeNull()
  })

  it('tells how to add a provider where there is none', () => {
    stubStream()
    render(<LiveProviders initial={providersFixture(demoFixture())} />)
    const hint = screen.getByRole('region', { name: 'Only the built-in demo models are set up' })
    expect([...hint.querySelectorAll('code')].map((code) => code.textContent)).toEqual([
      'OPENROUTER_API_KEY',
      'OPENAI_COMPATIBLE_BASE_URL',
      '.env',
    ])
  })
})

describe('the notice above the question box', () => {
  it('names who cannot answer and leads to the page', () => {
    const { container } = render(<ProviderNotice ids={['openrouter', 'my-server']} />)
    expect(container.textContent).toBe('OpenRouter and my-server cannot answer at the moment. How the providers are')
    expect(screen.getByRole('link').getAttribute('href')).toBe('/status')
  })

  it('is not there while all can', () => {
    expect(render(<ProviderNotice ids={[]} />).container.textContent).toBe('')
  })
})
