import Link from 'next/link'
import { translator } from '@/components/language/current.ts'
import { Button } from '@/components/ui/button.tsx'

export type DeletedProps = {
  title: string
  /** A server action that brings it back and leads to it. */
  restore: () => Promise<void>
}

/** In place of a conversation that was deleted, here or in another tab: says so and offers it back. */
export async function Deleted({ title, restore }: DeletedProps) {
  const t = await translator('deleted')
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-[34rem] flex-col justify-center px-6">
      <h1 className="text-balance font-medium font-serif text-title">{t('heading')}</h1>
      <p className="wrap-anywhere mt-3 text-ink-2 text-pretty">{t('text', { title })}</p>
      <form action={restore} className="mt-7 flex flex-wrap items-center gap-3">
        <Button type="submit">{t('restore')}</Button>
        <Button asChild variant="outline">
          <Link href="/">{t('ask')}</Link>
        </Button>
      </form>
    </div>
  )
}
