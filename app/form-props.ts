import 'server-only'
import type { CouncilChoice, ModelChoice } from '@/components/councils/choices.ts'
import type { CouncilAction } from '@/components/councils/council-form.ts'
import { container } from '@/lib/runtime/door.ts'
import { listModels, typicalOfModel } from '@/lib/services/councils/index.ts'
import { brokenProviders } from '@/lib/services/providers/index.ts'
import { keepCouncilAction } from './(app)/councils/actions.ts'
import { councilChoices } from './council-choices.ts'

/** What every composer needs: the councils and models there are, and a key that makes this form's submits one. */
export async function composerProps(): Promise<{
  councils: CouncilChoice[]
  models: ModelChoice[]
  keepCouncil: CouncilAction
  idempotencyKey: string
  defaultCouncil: string
  /** Providers of that council that cannot answer now. */
  broken: string[]
}> {
  const ports = await container()
  const { councils, chosen } = await councilChoices()
  const seats = councils.find(({ id }) => id === chosen)?.seats ?? []
  const models = listModels(ports).map((model) => {
    const { id, name, description, demo, inputUsdPerMillion, outputUsdPerMillion } = model
    return {
      id,
      name,
      description,
      demo,
      inputUsdPerMillion,
      outputUsdPerMillion,
      typical: typicalOfModel(ports, model),
    }
  })
  return {
    councils,
    models,
    keepCouncil: keepCouncilAction,
    idempotencyKey: ports.ids.secret(12),
    defaultCouncil: chosen,
    broken: brokenProviders(
      ports,
      seats.map(({ model }) => model),
    ),
  }
}
