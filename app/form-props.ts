import 'server-only'
import type { CouncilChoice, ModelChoice } from '@/components/conversations/ask-form.ts'
import { container } from '@/lib/runtime/container.ts'
import { listModels } from '@/lib/services/councils/index.ts'
import { councilChoices } from './council-choices.ts'

/** What every composer needs: the councils and models there are, and a key that makes this form's submits one. */
export async function composerProps(): Promise<{
  councils: CouncilChoice[]
  models: ModelChoice[]
  idempotencyKey: string
  defaultCouncil: string
}> {
  const ports = await container()
  const { councils, chosen } = await councilChoices()
  const models = listModels(ports).map(({ id, name, demo }) => ({ id, name, demo }))
  return { councils, models, idempotencyKey: ports.ids.secret(12), defaultCouncil: chosen }
}
