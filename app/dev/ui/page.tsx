import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isDevUiEnabled } from '@/lib/runtime/env.ts'
import { Gallery } from './gallery.tsx'

export const metadata: Metadata = { title: 'Components', robots: { index: false } }

/** The components in development: every state of a run, or one of them alone with `?state=`. */
export default async function DevUiPage({ searchParams }: { searchParams: Promise<{ state?: string | string[] }> }) {
  const { state } = await searchParams
  if (!isDevUiEnabled()) notFound()
  return <Gallery only={typeof state === 'string' ? state : null} />
}
