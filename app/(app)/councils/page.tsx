import type { Metadata } from 'next'
import { CouncilList } from '@/components/councils/council-list.tsx'
import { translator } from '@/components/language/current.ts'
import { composerProps } from '../../form-props.ts'
import { keepAndShowAction, removeCouncilAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('picker')
  return { title: t('councils'), robots: { index: false } }
}

export default async function CouncilsPage({ searchParams }: { searchParams: Promise<{ edit?: string | string[] }> }) {
  const { edit } = await searchParams
  const { keepCouncil: _keep, ...props } = await composerProps()
  const open = typeof edit === 'string' ? edit : null
  return <CouncilList {...props} action={keepAndShowAction} remove={removeCouncilAction} open={open} />
}
