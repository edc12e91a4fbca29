'use client'

import { type ReactNode, useRef, useState } from 'react'
import { useNearby } from '../markdown/use-nearby.ts'

/**
 * A run that comes alive when its reader comes near: until then its question and answer are text that costs the page
 * nothing. Once alive it stays so, wherever its reader goes.
 */
export function LateRun({ isLate, still, children }: { isLate: boolean; still: ReactNode; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // as it was at first: a run that is alive does not fall asleep because others came after it
  const [wasLate] = useState(isLate)
  const isNear = useNearby(place)
  return wasLate && !isNear ? <div ref={place}>{still}</div> : children
}
