import { Fragment } from 'react'
import { cn } from '../ui/cn.ts'
import { splitBlocks } from './blocks.ts'
import { lexMarkdown } from './lex.ts'
import { renderBlocks } from './render.tsx'
import { HEADING_LEVELS, markdownStyles, type Voice } from './styles.ts'

/** A finished markdown text. Renders on the server too; nothing in the source can become anything but text and safe links. */
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
        <Fragment key={at}>{renderBlocks(lexMarkdown(text), HEADING_LEVELS[voice])}</Fragment>
      ))}
    </div>
  )
}
