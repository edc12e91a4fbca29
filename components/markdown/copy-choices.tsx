'use client'

import { FileCode, Text } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslations } from 'use-intl/react'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/menu.tsx'

export type CopyChoicesProps = { text: string; copy: (text: () => string | Promise<string>) => void }

/** As what a text is copied, as a menu that is open at first. */
export function CopyChoices({ text, copy, trigger }: CopyChoicesProps & { trigger: ReactElement }) {
  const t = useTranslations('texts')
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{trigger}</MenuTrigger>
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
