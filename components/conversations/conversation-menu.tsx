'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
import { LateMenu } from '@/components/ui/late-menu.tsx'
import { lazyModule } from '@/components/ui/lazy-module.ts'
import type { ConversationChoicesProps } from './conversation-choices.tsx'

const choices = lazyModule(() => import('./conversation-choices.tsx'))

/** The menu of one conversation of a list. */
export function ConversationMenu({ className, ...props }: ConversationChoicesProps & { className?: string }) {
  const t = useTranslations('list')
  return (
    <LateMenu
      file={choices}
      trigger={
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('more', { title: props.conversation.title })}
          className={className}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {(file, trigger) => <file.ConversationChoices {...props} trigger={trigger} />}
    </LateMenu>
  )
}
