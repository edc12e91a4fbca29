import type { Metadata } from 'next'
import { translator } from '@/components/language/current.ts'
import { ModelCatalogue } from '@/components/models/model-catalogue.tsx'
import { catalogueView, type ModelSearch } from './view.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('catalogue')
  return { title: t('title'), robots: { index: false } }
}

export default async function ModelsPage({ searchParams }: { searchParams: ModelSearch }) {
  return <ModelCatalogue {...(await catalogueView(searchParams))} />
}
