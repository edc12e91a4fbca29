'use client'

import { Crown, RotateCcw, Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { memberAnswers } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { IMPORTED_COUNCIL } from '@/lib/core/importing/types.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '../ui/menu.tsx'
import type { ChairmanChoice } from './turn-tools.ts'

type Props = { run: RunState; actions: RunActions; chairmen: ChairmanChoice[] }

/** Ways to another answer to the same question. Each makes a sibling; nothing is overwritten. */
export function AgainMenu({ run, actions, chairmen }: Props) {
  const t = useTranslations('branches')
  const isCouncil = run.plan.kind === 'council'
  // the models of an imported run are names in a file, not models that are here
  if (run.plan.council === IMPORTED_COUNCIL) return null
  const canRewrite = isCouncil && memberAnswers(run).length > 0
  const chairman = run.plan.seats.find((seat) => seat.id === run.plan.chairman)?.model
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          className="px-2 text-ink-3 pointer-coarse:h-11"
          disabled={isUnderWay(actions)}
        >
          <RotateCcw aria-hidden className="size-3.5" />
          {t('again')}
        </Button>
      </MenuTrigger>
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

function isUnderWay({ pending }: RunActions): boolean {
  return pending !== null && pending !== 'stop' && pending !== 'retry'
}
