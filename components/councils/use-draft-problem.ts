import { useTranslations } from 'use-intl/react'
import { choiceProblems, MEMBERS_MAX } from '@/lib/core/council/choice.ts'
import { fewestReviewers } from '@/lib/core/council/reviewers.ts'
import type { ModelChoice } from './choices.ts'
import { choiceOf, type SeatDraft } from './seat-draft.ts'

/** The sentence that stands against a draft, or null; which of core's it is, its field says. */
export function useDraftProblem(): (draft: SeatDraft, models: ModelChoice[]) => string | null {
  const t = useTranslations('picker.problem')
  return (draft, models) => {
    const choice = choiceOf(draft)
    const [issue] = choiceProblems(choice, (id) => models.some((model) => model.id === id))
    const [field, index] = issue?.path.split('.') ?? []
    if (field === undefined) return null
    if (field === 'reviewers') return t('reviewers', { count: fewestReviewers(choice.members.length) })
    if (field === 'voting') return t('voting')
    if (field === 'members' && index === undefined)
      return choice.members.length === 0 ? t('members') : t('many', { max: MEMBERS_MAX })
    return t('unknown', { model: (field === 'chairman' ? choice.chairman : choice.members[Number(index)]) ?? '' })
  }
}
