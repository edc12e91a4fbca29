'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
import type { Api } from '@/lib/client/api.ts'
import { useConversationActions } from '@/lib/client/use-conversation-actions.ts'

/** Takes a conversation out of the archive. */
export function UnarchiveButton({ id, title, client }: { id: string; title: string; client?: Api }) {
  const t = useTranslations('list')
  const router = useRouter()
  const refresh = () => router.refresh()
  const actions = useConversationActions(id, { client, onChanged: refresh, onRemoved: refresh })
  return (
    <Button
      variant="outline"
      size="sm"
      disabled={actions.isPending}
      aria-label={t('restoreTitle', { title })}
      onClick={() => actions.change({ archived: false })}
    >
      {t('restore')}
    </Button>
  )
}
