import { expect, it } from 'vitest'
import { scriptedModels } from '../../testing/scripted-models.ts'
import { brokenProviders } from '../providers/index.ts'
import { modelOf, watchedProviders } from '../providers/providers.fixture.ts'
import { checkReadiness } from './index.ts'

/** A process whose provider refuses the key of every call. */
function lockedOut() {
  const list = () => [modelOf('locked'), modelOf('fine'), modelOf('demo', { demo: true })]
  const { watch } = watchedProviders({ list })
  const refused = { reason: 'unauthorized', retryable: false, retryAfterMs: null } as const
  watch.stateOf('locked').admit('locked/m').ended(refused)
  watch.stateOf('fine').admit('fine/m').ended('ok')
  return { providers: watch, models: { ...scriptedModels(), list } }
}

it('a provider that cannot be used is named, and the process is ready all the same', async () => {
  const probe = { check: async () => ({ name: 'database', status: 'ok', latencyMs: 1, reason: null }) as const }
  const engine = { isDraining: () => false }
  const ready = await checkReadiness({ probes: [probe], engine, version: '1', ...lockedOut() })
  expect(ready.status).toBe('ready')
  expect(ready.providers.map(({ provider, status }) => `${provider} ${status}`)).toEqual([
    'fine operational',
    'locked misconfigured',
  ])
})

it('of the providers of a council only those are broken that cannot answer', () => {
  const ports = lockedOut()
  expect(brokenProviders(ports, ['locked/m', 'fine/m', 'demo/m'])).toEqual(['locked'])
  expect(brokenProviders(ports, ['fine/m'])).toEqual([])
})
