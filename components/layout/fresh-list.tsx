'use client'

import { useRouter } from 'next/navigation'
import { useFreshList } from '@/lib/client/use-fresh-list.ts'

/** Reads the page again when what it lists has changed elsewhere: a run that ended, an edit in another tab. */
export function FreshList({ running }: { running: string[] }) {
  const router = useRouter()
  useFreshList(running, () => router.refresh())
  return null
}
