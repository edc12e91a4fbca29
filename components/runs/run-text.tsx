'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { lazyModule } from '../markdown/lazy-module.ts'
import { markdownStyles, type Voice } from '../markdown/styles.ts'
import { cn } from '../ui/cn.ts'

/** Texts of a run that were finished, and rendered, before it was sent: by seat, and the answer as `verdict`. */
export type RunTexts = Readonly<Record<string, ReactNode>>

const NONE: RunTexts = {}
const Texts = createContext<RunTexts>(NONE)
const streaming = lazyModule(() => import('../markdown/streaming-markdown.tsx'))

/** Loads what shows a growing text, ahead of need. */
export const preloadStreaming = streaming.preload

/**
 * Gives the texts below it what the server rendered. What was there at first stays: a text that grew in this page is not
 * exchanged under its reader when the page is read again.
 */
export function RunTextsProvider({ texts = NONE, children }: { texts?: RunTexts | undefined; children: ReactNode }) {
  const [kept] = useState(texts)
  const isLive = kept === NONE
  useEffect(() => {
    if (isLive) void streaming.preload()
  }, [isLive])
  return <Texts value={kept}>{children}</Texts>
}

type Props = {
  slot: string
  source: string
  /** Nothing more will come. */
  isWhole: boolean
  voice?: Voice
  className?: string | undefined
}

/** One text of a run: as the server rendered it where it was finished by then, else rendered here as it grows. */
export function RunText({ slot, voice = 'member', className, ...text }: Props) {
  const rendered = use(Texts)[slot]
  const StreamingMarkdown = streaming.useModule(rendered === undefined)?.StreamingMarkdown
  if (rendered !== undefined) return className ? <div className={className}>{rendered}</div> : rendered
  if (StreamingMarkdown) return <StreamingMarkdown {...text} voice={voice} className={className} />
  return <div className={cn(markdownStyles({ voice }), 'whitespace-pre-wrap', className)}>{text.source}</div>
}
