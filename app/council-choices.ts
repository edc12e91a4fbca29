import 'server-only'
import type { CouncilChoice } from '@/components/councils/choices.ts'
import { translator } from '@/components/language/current.ts'
import { currentSettings } from '@/components/settings/current.ts'
import { container } from '@/lib/runtime/door.ts'
import { type Council, listCouncils } from '@/lib/services/councils/index.ts'
import { visitorCtx } from './visitor.ts'

/** The councils in the visitor's language, and the one that a new question is given to. */
export async function councilChoices(): Promise<{
  councils: CouncilChoice[]
  /** All that can be chosen once and for all, one model alone among them. */
  lasting: { id: string; name: string }[]
  chosen: string
}> {
  const t = await translator('councils')
  const ctx = await visitorCtx()
  const listed = await listCouncils({ ...(await container()), actor: ctx?.actor ?? null })
  const councils = listed.map((council): CouncilChoice => {
    const { id } = council
    if (id !== 'quick' && id !== 'standard' && id !== 'full') return choiceOf(council)
    return { ...choiceOf(council), name: t(`${id}.name`), description: t(`${id}.description`) }
  })
  const askable = councils.filter(({ missing }) => missing.length === 0)
  const lasting = [...askable.map(({ id, name }) => ({ id, name })), { id: 'single', name: t('single.name') }]
  const { council } = await currentSettings()
  const standard = listed.find(({ isDefault }) => isDefault)?.id ?? 'standard'
  // a council that was chosen once may be gone
  const chosen = lasting.some(({ id }) => id === council) ? (council as string) : standard
  return { councils, lasting, chosen }
}

function choiceOf(council: Council): CouncilChoice {
  const { id, kind, name, description, seats, members, reviewers, chairman, voting, missing, typical, version } =
    council
  return { id, kind, name, description, seats, members, reviewers, chairman, voting, missing, typical, version }
}
