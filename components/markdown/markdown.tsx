import 'server-only'
import { Fragment } from 'react'
import { cn } from '../ui/cn.ts'
import { splitBlocks } from './blocks.ts'
import { FINISHED_PARTS } from './finished-parts.tsx'
import { lexMarkdown } from './lex.ts'
import { renderBlocks } from './render.tsx'
import { HEADING_LEVELS, markdownStyles, type Voice } from './styles.ts'

/**
 * A finished markdown text, rendered on the server so that no library for it is sent. Nothing in the source can become
 * anything but text, formulas and safe links.
 */
export function Markdown({
  source,
  voice = 'member',
  className,
}: {
  source: string
  voice?: Voice
  className?: string
}) {
  const blocks = splitBlocks(source)
  return (
    <div className={cn(markdownStyles({ voice }), className)}>
      {blocks.map(({ at, text }) => (
        <Fragment key={at}>{renderBlocks(lexMarkdown(text), HEADING_LEVELS[voice], FINISHED_PARTS)}</Fragment>
      ))}
    </div>
  )
}
