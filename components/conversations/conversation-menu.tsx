'use client'

import { Archive, ArchiveRestore, Ellipsis, Pencil, Pin, PinOff, Star, StarOff, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx'
import type { ConversationActions } from '@/lib/client/use-conversation-actions.ts'
import type { ListedConversation } from '@/lib/core/conversations/types.ts'

export type ConversationMenuProps = {
  conversation: ListedConversation
  actions: ConversationActions
  onRename: () => void
  className?: string
}

/** What can be done with one conversation of a list. */
export function ConversationMenu({ conversation, actions, onRename, className }: ConversationMenuProps) {
  const { title, pinnedAt, favouriteAt, archivedAt } = conversation
  const isRenaming = useRef(false)
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={`More for “${title}”`} className={className}>
          <Ellipsis aria-hidden />
        </Button>
      </MenuTrigger>
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
          Rename
        </MenuItem>
        <MenuItem onSelect={() => actions.change({ pinned: pinnedAt === null })}>
          {pinnedAt === null ? <Pin aria-hidden /> : <PinOff aria-hidden />}
          {pinnedAt === null ? 'Pin' : 'Unpin'}
        </MenuItem>
        <MenuItem onSelect={() => actions.change({ favourite: favouriteAt === null })}>
          {favouriteAt === null ? <Star aria-hidden /> : <StarOff aria-hidden />}
          {favouriteAt === null ? 'Add to favourites' : 'Remove from favourites'}
        </MenuItem>
        <MenuItem onSelect={() => actions.change({ archived: archivedAt === null })}>
          {archivedAt === null ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
          {archivedAt === null ? 'Archive' : 'Move out of the archive'}
        </MenuItem>
        <MenuSeparator />
        <MenuItem className="text-fail [&_svg]:text-fail" onSelect={() => actions.remove()}>
          <Trash2 aria-hidden />
          Delete
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
