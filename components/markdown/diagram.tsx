'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Group } from '../ui/group.tsx'
import { DiagramFrame } from './diagram-frame.tsx'
import { type Drawing, useDrawing } from './use-drawing.ts'
import { useNearby } from './use-nearby.ts'

/** A finished Mermaid diagram: its source until it is drawn, and where it cannot be; then the drawing, or either on demand. */
export function Diagram({ source }: { source: string }) {
  const t = useTranslations('texts')
  const place = useRef<HTMLDivElement>(null)
  const drawing = useDrawing(source, useNearby(place))
  const [isSourceWanted, setSourceWanted] = useState(false)
  const [isLarge, setLarge] = useState(false)
  const isShown = drawing.status === 'drawn' && !isSourceWanted
  const actions = drawing.status === 'drawn' && (
    <>
      {isShown && <BarButton onClick={() => setLarge(!isLarge)}>{t(isLarge ? 'smaller' : 'larger')}</BarButton>}
      <BarButton onClick={() => setSourceWanted(!isSourceWanted)}>{t(isSourceWanted ? 'diagram' : 'source')}</BarButton>
    </>
  )
  return (
    <div ref={place}>
      <DiagramFrame
        source={source}
        isFailed={drawing.status === 'failed'}
        actions={drawing.status === 'failed' ? t('notDrawn') : actions}
        drawing={isShown && <Picture drawing={drawing} isLarge={isLarge} />}
      />
    </div>
  )
}

function Picture({ drawing, isLarge }: { drawing: Drawing & { status: 'drawn' }; isLarge: boolean }) {
  const t = useTranslations('texts')
  const { url, title, width, height } = drawing
  return (
    <Group aria-label={t('diagram')} scrolls className="md-drawing" data-large={isLarge || undefined}>
      {/* biome-ignore lint/performance/noImgElement: a drawing made in this page has nothing to optimize */}
      <img src={url} alt={title ?? t('drawn')} width={width} height={height} />
    </Group>
  )
}

function BarButton({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <button type="button" onClick={onClick} className="md-bar-button">
      {children}
    </button>
  )
}
