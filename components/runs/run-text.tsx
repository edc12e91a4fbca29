'use client'

import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { markdownStyles, type Voice } from '../markdown/styles.ts'
import { useNearby } from '../markdown/use-nearby.ts'
import { cn } from '../ui/cn.ts'
import { lazyModule } from '../ui/lazy-module.ts'

/** Texts of a run that were finished, and rendered, before it was sent: by seat, and the answer by its slot. */
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

type TextProps = {
  source: string
  /** Nothing more will come. */
  isWhole: boolean
  voice?: Voice
  className?: string | undefined
}

/** One text of a run: as the server rendered it where it was finished by then, else rendered here, as it grows or is opened. */
export function RunText({ slot, ...text }: TextProps & { slot: string }) {
  const texts = use(Texts)
  const rendered = texts[slot]
  if (rendered !== undefined) return text.className ? <div className={text.className}>{rendered}</div> : rendered
  return texts === NONE ? <OwnText {...text} isNear /> : <LateText {...text} />
}

/** A text of an old run, which costs nothing until somebody opens it. */
function LateText(text: TextProps) {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNearby(place)
  return (
    <div ref={place}>
      <OwnText {...text} isNear={isNear} />
    </div>
  )
}

function OwnText({ isNear, voice = 'member', className, ...text }: TextProps & { isNear: boolean }) {
  const module = streaming.useModule(isNear)
  if (isNear && module) return <module.StreamingMarkdown {...text} voice={voice} className={className} />
  return <div className={cn(markdownStyles({ voice }), 'whitespace-pre-wrap', className)}>{text.source}</div>
}
