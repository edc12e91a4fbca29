'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/button.tsx'

/** Leads to the verdict when it is off screen; the page itself never scrolls. */
export function VerdictPill({ side, isReady, onGo }: { side: 'above' | 'below'; isReady: boolean; onGo(): void }) {
  const t = useTranslations('runs')
  const Arrow = side === 'above' ? ArrowUp : ArrowDown
  return (
    <div className="pointer-events-none sticky bottom-[calc(var(--dock-bottom,0px)+1rem)] z-20 flex h-0 items-end justify-center">
      <Button size="sm" onClick={onGo} className="pointer-events-auto animate-rise-in rounded-full shadow-overlay">
        {t(isReady ? 'pill.ready' : 'pill.writing')}
        <Arrow aria-hidden />
      </Button>
    </div>
  )
}
