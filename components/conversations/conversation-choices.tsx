'use client'

import { Archive, ArchiveRestore, Pencil, Pin, PinOff, Star, StarOff, Trash2 } from 'lucide-react'
import { type ReactElement, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx'
import type { ConversationActions } from '@/lib/client/use-conversation-actions.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'

export type ConversationChoicesProps = {
  conversation: ListedConversation
  actions: ConversationActions
  onRename: () => void
}

/** What can be done with one conversation of a list, as a menu that is open at first. */
export function ConversationChoices({
  conversation,
  actions,
  onRename,
  trigger,
}: ConversationChoicesProps & { trigger: ReactElement }) {
  const t = useTranslations('list')
  const { pinnedAt, favouriteAt, archivedAt } = conversation
  const isRenaming = useRef(false)
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{trigger}</MenuTrigger>
      <MenuContent
        onCloseAutoFocus={(event) => {
          // the field that takes the row's place has the focus
          if (isRenaming.current) event.preventDefault()
          if (isRenaming.current) onRename()
          isRenaming.current = false
        }}
      >
        <MenuItem
          onSelect={() => {
            isRenaming.current = true
          }}
        >
          <Pencil aria-hidden />
          {t('rename')}
        </MenuItem>
        <MenuItem onSelect={() => actions.change({ pinned: pinnedAt === null })}>
          {pinnedAt === null ? <Pin aria-hidden /> : <PinOff aria-hidden />}
          {t(pinnedAt === null ? 'pin' : 'unpin')}
        </MenuItem>
        <MenuItem onSelect={() => actions.change({ favourite: favouriteAt === null })}>
          {favouriteAt === null ? <Star aria-hidden /> : <StarOff aria-hidden />}
          {t(favouriteAt === null ? 'addFavourite' : 'removeFavourite')}
        </MenuItem>
        <MenuItem onSelect={() => actions.change({ archived: archivedAt === null })}>
          {archivedAt === null ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
          {t(archivedAt === null ? 'archive' : 'unarchive')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem className="text-fail [&_svg]:text-fail" onSelect={() => actions.remove()}>
          <Trash2 aria-hidden />
          {t('delete')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
