import 'server-only'
import type { CouncilChoice, ModelChoice } from '@/components/conversations/ask-form.ts'
import { container } from '@/lib/runtime/container.ts'
import { listCouncils, listModels } from '@/lib/services/councils/index.ts'

/** What every composer needs: the councils and models there are, and a key that makes this form's submits one. */
export async function composerProps(): Promise<{
  councils: CouncilChoice[]
  models: ModelChoice[]
  idempotencyKey: string
}> {
  const ports = await container()
  const presets = await listCouncils({ ...ports, actor: null })
  const councils = presets.map(({ id, name, description, seats }) => ({ id, name, description, seats: seats.length }))
  const models = listModels(ports).map(({ id, name, demo }) => ({ id, name, demo }))
  return { councils, models, idempotencyKey: ports.ids.secret(12) }
}
