'use client'

import { Crown, RotateCcw, Undo2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { memberAnswers } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '../ui/menu.tsx'
import type { ChairmanChoice } from './turn-tools.ts'

export type AgainChoicesProps = { run: RunState; actions: RunActions; chairmen: ChairmanChoice[] }

/** Ways to another answer to the same question, as a menu that is open at first. Each makes a sibling; nothing is overwritten. */
export function AgainChoices({ run, actions, chairmen, trigger }: AgainChoicesProps & { trigger: ReactElement }) {
  const t = useTranslations('branches')
  const isCouncil = run.plan.kind === 'council'
  const canRewrite = isCouncil && memberAnswers(run).length > 0
  const chairman = run.plan.seats.find((seat) => seat.id === run.plan.chairman)?.model
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{trigger}</MenuTrigger>
      <MenuContent className="max-h-96 overflow-y-auto">
        <MenuItem onSelect={() => actions.continueFrom('beginning')}>
          <RotateCcw aria-hidden />
          {t(isCouncil ? 'askWhole' : 'askAgain')}
        </MenuItem>
        {canRewrite && (
          <>
            <MenuItem onSelect={() => actions.continueFrom('final_response')}>
              <Crown aria-hidden />
              {t('writeAgain')}
            </MenuItem>
            <MenuSeparator />
            <MenuLabel>{t('otherChairman')}</MenuLabel>
            {chairmen
              .filter((model) => model.id !== chairman)
              .map((model) => (
                <MenuItem
                  key={model.id}
                  onSelect={() => actions.continueFrom('final_response', { chairman: model.id })}
                >
                  <span aria-hidden className="size-4" />
                  {model.name}
                </MenuItem>
              ))}
          </>
        )}
        {run.takenSeat !== null && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => actions.take(null)}>
              <Undo2 aria-hidden />
              {t('back')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  )
}
