import 'server-only'
import type { CouncilChoice } from '@/components/conversations/ask-form.ts'
import { translator } from '@/components/language/current.ts'
import { currentSettings } from '@/components/settings/current.ts'
import { container } from '@/lib/runtime/container.ts'
import { listCouncils } from '@/lib/services/councils/index.ts'

/** The councils in the visitor's language, and the one that a new question is given to. */
export async function councilChoices() {
  const t = await translator('councils')
  const listed = await listCouncils({ ...(await container()), actor: null })
  const councils = listed.map(({ id, name, description, seats }): CouncilChoice => {
    const isPreset = id === 'quick' || id === 'standard'
    return {
      id,
      name: isPreset ? t(`${id}.name`) : name,
      description: isPreset ? t(`${id}.description`) : description,
      seats: seats.length,
    }
  })
  const all = [...councils, { id: 'single', name: t('single.name') }]
  const { council } = await currentSettings()
  const standard = listed.find(({ isDefault }) => isDefault)?.id ?? 'standard'
  // a council that was chosen once may be gone
  const chosen = all.some(({ id }) => id === council) ? (council as string) : standard
  return { councils, all, chosen }
}
