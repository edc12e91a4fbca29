'use client'

import { Check, Copy, FileCode, Text } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { cn } from '../ui/cn.ts'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/menu.tsx'
import { COPY_LOOK } from './copy-look.ts'
import { useCopy } from './use-copy.ts'

/** Copies an answer as plain text or as the markdown it was written in. */
export function CopyAnswer({ text, label, className }: { text: string; label: string; className?: string }) {
  const t = useTranslations('texts')
  const { outcome, copy } = useCopy()
  // the focus is back on the trigger by then, so that its name is read
  const said = outcome === 'idle' ? label : t(outcome)
  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <Menu>
      <MenuTrigger aria-label={said} title={said} className={cn(COPY_LOOK, 'data-[state=open]:bg-sunken', className)}>
        <Icon className="size-3.5" aria-hidden />
      </MenuTrigger>
      <MenuContent>
        <MenuItem onSelect={() => copy(() => plain(text))}>
          <Text aria-hidden />
          {t('copyText')}
        </MenuItem>
        <MenuItem onSelect={() => copy(() => text)}>
          <FileCode aria-hidden />
          {t('copyMarkdown')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

/** The lexer is loaded when somebody wants plain text. */
async function plain(text: string): Promise<string> {
  const { plainText } = await import('./plain-text.ts')
  return plainText(text)
}
