'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { useKeyName } from './keys.ts'

/** The event that opens the search, wherever its button stands: in the column, in a drawer. */
export const OPEN_SEARCH = 'llm-council:search'

/** Opens the search. */
export function SearchButton() {
  const t = useTranslations('layout')
  const nameOf = useKeyName()
  return (
    <Button
      data-closes-drawer
      variant="ghost"
      className="w-full justify-start px-2.5 hover:bg-line/60 pointer-coarse:h-11"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => document.dispatchEvent(new Event(OPEN_SEARCH))}
    >
      <Search aria-hidden />
      <span className="flex-1 text-left">{t('search')}</span>
      <Kbd className="pointer-coarse:hidden">{nameOf('Mod')} K</Kbd>
    </Button>
  )
}
