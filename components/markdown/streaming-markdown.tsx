'use client'

import { memo, useState } from 'react'
import { cn } from '../ui/cn.ts'
import { createBlockReader } from './block-reader.ts'
import { type Block, openFence } from './blocks.ts'
import { CodeBlock, languageOf } from './code-block.tsx'
import { DiagramFrame } from './diagram-frame.tsx'
import { GROWING_PARTS } from './growing-parts.tsx'
import { healTail } from './heal.ts'
import { lexMarkdown } from './lex.ts'
import { isDiagram } from './parts.ts'
import { renderBlocks } from './render.tsx'
import { HEADING_LEVELS, markdownStyles, type Voice } from './styles.ts'

/** A markdown text that may still grow: finished blocks stay as they are, only the last one is read again. */
export function StreamingMarkdown({
  source,
  isWhole,
  voice = 'member',
  className,
}: {
  source: string
  /** Nothing more will come, so the tail is shown word for word. */
  isWhole: boolean
  voice?: Voice
  className?: string | undefined
}) {
  const [read] = useState(createBlockReader)
  const groups = read(source)
  return (
    <div className={cn(markdownStyles({ voice }), className)}>
      {groups.map((blocks, index) => (
        <Group key={blocks[0]?.at} blocks={blocks} voice={voice} isTail={!isWhole && index === groups.length - 1} />
      ))}
    </div>
  )
}

/** Blocks of which only the last can still change. A group that is full costs one comparison. */
const Group = memo(function Group({ blocks, voice, isTail }: { blocks: Block[]; voice: Voice; isTail: boolean }) {
  return blocks.map(({ at, text }, index) => (
    <OneBlock key={at} source={text} voice={voice} isTail={isTail && index === blocks.length - 1} />
  ))
})

type BlockProps = { source: string; voice: Voice; isTail: boolean }

/** One block, lexed again only when its source changes. An open fence needs no lexer at all, and no colours yet. */
const OneBlock = memo(function OneBlock({ source, voice, isTail }: BlockProps) {
  const fence = isTail ? openFence(source) : null
  if (fence && isDiagram(fence.language)) return <DiagramFrame source={fence.code} />
  if (fence) return <CodeBlock language={languageOf(fence.language)}>{fence.code}</CodeBlock>
  return renderBlocks(lexMarkdown(isTail ? healTail(source) : source), HEADING_LEVELS[voice], GROWING_PARTS)
})
