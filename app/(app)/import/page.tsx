import type { Metadata } from 'next'
import { ImportForm } from '@/components/conversations/import-form.tsx'
import { becomeVisitorAction } from './actions.ts'

export const metadata: Metadata = { title: 'Import conversations', robots: { index: false } }

export default function ImportPage() {
  return (
    <div className="mx-auto max-w-(--width-read) space-y-6 px-5 py-14 sm:px-8">
      <h1 className="font-serif text-3xl">Import conversations</h1>
      <p className="text-ink-2 leading-7">
        JSON files that were exported here, or conversations of the file-based LLM Council and its variants, up to 20
        MiB each. The same file twice makes one conversation. No model is asked: ballots are read again from the reviews
        and marked as not validated, times, tokens and costs that a file does not hold stay unknown.
      </p>
      <ImportForm prepare={becomeVisitorAction} />
    </div>
  )
}
