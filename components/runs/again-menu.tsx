'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { IMPORTED_COUNCIL } from '@/lib/core/importing/types.ts'
import { Button } from '../ui/button.tsx'
import { LateMenu } from '../ui/late-menu.tsx'
import { lazyModule } from '../ui/lazy-module.ts'
import type { AgainChoicesProps } from './again-choices.tsx'

const choices = lazyModule(() => import('./again-choices.tsx'))

/** Leads to another answer to the same question. */
export function AgainMenu(props: AgainChoicesProps) {
  const t = useTranslations('branches')
  // the models of an imported run are names in a file, not models that are here
  if (props.run.plan.council === IMPORTED_COUNCIL) return null
  return (
    <LateMenu
      file={choices}
      trigger={
        <Button
          variant="ghost"
          size="sm"
          className="px-2 text-ink-3 pointer-coarse:h-11"
          disabled={isUnderWay(props.actions)}
        >
          <RotateCcw aria-hidden className="size-3.5" />
          {t('again')}
        </Button>
      }
    >
      {(file, trigger) => <file.AgainChoices {...props} trigger={trigger} />}
    </LateMenu>
  )
}

function isUnderWay({ pending }: RunActions): boolean {
  return pending !== null && pending !== 'stop' && pending !== 'retry'
}
