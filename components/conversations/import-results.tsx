import type { Route } from 'next'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge.tsx'
import type { ImportedConversation } from '@/lib/client/imports.ts'
import type { FileImport } from './use-imports.ts'

const SHOWN = 8

/** The chosen files, and below each what came of it. */
export function ImportResults({ files }: { files: FileImport[] }) {
  return (
    <ul aria-live="polite" aria-label="Files" className="divide-y border-line border-y empty:hidden">
      {files.map((file) => (
        <li key={file.key} className="space-y-2 py-3">
          <p className="flex items-baseline gap-3 text-sm">
            <span className="min-w-0 flex-1 truncate font-medium">{file.name}</span>
            <FileState file={file} />
          </p>
          {file.state === 'failed' && <p className="text-fail text-sm">{file.message}</p>}
          {file.state === 'done' && (
            <ul className="space-y-2">
              {file.results.map((result, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: results are written once, in the order of the file
                <li key={index}>
                  <Result result={result} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function FileState({ file }: { file: FileImport }) {
  if (file.state === 'waiting') return <span className="text-ink-3 text-xs">Waiting</span>
  if (file.state === 'sending') return <span className="animate-breathe text-ink-2 text-xs">Importing…</span>
  if (file.state === 'failed') return <Badge tone="fail">Not imported</Badge>
  const count = file.results.filter(({ status }) => status !== 'refused').length
  const isPartial = count < file.results.length
  return <Badge tone={isPartial ? 'warn' : 'neutral'}>{`${count} of ${file.results.length}`}</Badge>
}

function Result({ result }: { result: ImportedConversation }) {
  if (result.status === 'refused') {
    return (
      <div className="text-fail text-sm">
        Not imported:
        <ul className="list-disc pl-5">
          {result.issues.slice(0, SHOWN).map(({ path, message }) => (
            <li key={`${path} ${message}`}>{path === '' ? message : `${path}: ${message}`}</li>
          ))}
        </ul>
      </div>
    )
  }
  const { id, title, turns, status, notUnderstood } = result
  return (
    <div className="text-sm">
      <Link
        href={`/c/${id}` as Route}
        className="rounded-sm text-accent underline decoration-line-strong underline-offset-4"
      >
        {title}
      </Link>
      <span className="ml-2 text-ink-3 text-xs">
        {turns === 1 ? '1 question' : `${turns} questions`}
        {status === 'unchanged' && ', was here already'}
      </span>
      {notUnderstood.length > 0 && (
        <p className="mt-1 text-ink-3 text-xs leading-5">
          Kept, but not understood: {notUnderstood.slice(0, SHOWN).join(', ')}
          {notUnderstood.length > SHOWN && ` and ${notUnderstood.length - SHOWN} more`}.
        </p>
      )}
    </div>
  )
}
