'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'
import { conversationHref } from './address.ts'
import { keepMiddle } from './place.ts'

/** Back to the conversation alone. */
export function CloseThread({ conversationId }: { conversationId: string }) {
  const t = useTranslations('threads')
  function keep() {
    const conversation = document.querySelector('[data-conversation]')
    if (conversation) keepMiddle(conversation)
  }
  return (
    <Button asChild variant="ghost" size="icon-sm" className="-mr-2 pointer-coarse:size-11">
      <Link
        href={conversationHref(conversationId)}
        scroll={false}
        prefetch={false}
        onClick={keep}
        aria-label={t('close')}
        aria-keyshortcuts="Escape"
        title={t('closeKey')}
      >
        <X aria-hidden />
      </Link>
    </Button>
  )
}
