import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { translator } from '@/components/language/current.ts'
import { SourcePage } from '@/components/sources/source-page.tsx'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { container } from '@/lib/runtime/door.ts'
import { getSource } from '@/lib/services/sources/index.ts'

type Props = { params: Promise<{ id: string }> }

async function findSource({ params }: Props) {
  const [{ id }, ports] = await Promise.all([params, container()])
  try {
    return getSource(ports, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await findSource(props))?.title ?? (await translator('notFound'))('title') }
}

export default async function Page(props: Props) {
  return <SourcePage source={(await findSource(props)) ?? notFound()} />
}
