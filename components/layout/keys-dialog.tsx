'use client'

import { useTranslations } from 'use-intl/react'
import { Dialog, DialogContent } from '@/components/ui/dialog.tsx'
import { KeyList } from './key-list.tsx'

/** The keys there are. */
export function KeysDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const t = useTranslations('keys')
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t('title')}>
        <KeyList />
      </DialogContent>
    </Dialog>
  )
}
