import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'

export type DeletedProps = {
  title: string
  /** A server action that brings it back and leads to it. */
  restore: () => Promise<void>
}

/** In place of a conversation that was deleted, here or in another tab: says so and offers it back. */
export function Deleted({ title, restore }: DeletedProps) {
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-[34rem] flex-col justify-center px-6">
      <h1 className="text-balance font-medium font-serif text-title">This conversation was deleted</h1>
      <p className="wrap-anywhere mt-3 text-ink-2 text-pretty">
        “{title}” is still kept. What ran in it was stopped and stays stopped; everything else comes back as it was.
      </p>
      <form action={restore} className="mt-7 flex flex-wrap items-center gap-3">
        <Button type="submit">Restore it</Button>
        <Button asChild variant="outline">
          <Link href="/">Ask a question</Link>
        </Button>
      </form>
    </div>
  )
}
