'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '@/components/ui/button.tsx'

/** Leads to a question that went out by itself: the page did not scroll to it. Gone once it was on the screen. */
export function AskedNotice({ turnId }: { turnId: string }) {
  const t = useTranslations('composer')
  const [side, setSide] = useState<'above' | 'below' | 'seen' | null>(null)
  useEffect(() => {
    const turn = document.getElementById(turnId)
    if (!turn) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setSide(entry.isIntersecting ? 'seen' : entry.boundingClientRect.top < 0 ? 'above' : 'below')
      if (entry?.isIntersecting) observer.disconnect()
    })
    observer.observe(turn)
    return () => observer.disconnect()
  }, [turnId])
  if (side === null || side === 'seen') return null
  const Arrow = side === 'above' ? ArrowUp : ArrowDown
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-full z-10 flex justify-center pb-3">
      <Button
        size="sm"
        className="pointer-events-auto animate-rise-in rounded-full shadow-overlay pointer-coarse:h-11"
        onClick={() => document.getElementById(turnId)?.scrollIntoView({ block: 'start' })}
      >
        {t('beingAnswered')}
        <Arrow aria-hidden />
      </Button>
    </div>
  )
}
