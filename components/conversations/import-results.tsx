import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import { useProblem } from '@/components/language/problem.ts'
import { Badge } from '@/components/ui/badge.tsx'
import type { ImportedConversation } from '@/lib/client/imports.ts'
import type { FileImport } from './use-imports.ts'

const SHOWN = 8

/** The chosen files, and below each what came of it. */
export function ImportResults({ files }: { files: FileImport[] }) {
  const t = useTranslations('files')
  const say = useProblem()
  return (
    <ul aria-live="polite" aria-label={t('files')} className="divide-y border-line border-y empty:hidden">
      {files.map((file) => (
        <li key={file.key} className="space-y-2 py-3">
          <p className="flex items-baseline gap-3 text-sm">
            <span className="min-w-0 flex-1 truncate font-medium">{file.name}</span>
            <FileState file={file} />
          </p>
          {file.state === 'failed' && (
            <p className="text-fail text-sm">
              {typeof file.problem === 'string' ? t(file.problem) : say(file.problem)}
            </p>
          )}
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
  const t = useTranslations('files')
  if (file.state === 'waiting') return <span className="text-ink-3 text-xs">{t('waiting')}</span>
  if (file.state === 'sending') return <span className="animate-breathe text-ink-2 text-xs">{t('importing')}</span>
  if (file.state === 'failed') return <Badge tone="fail">{t('failed')}</Badge>
  const count = file.results.filter(({ status }) => status !== 'refused').length
  const isPartial = count < file.results.length
  return <Badge tone={isPartial ? 'warn' : 'neutral'}>{t('countOf', { count, total: file.results.length })}</Badge>
}

function Result({ result }: { result: ImportedConversation }) {
  const t = useTranslations('files')
  if (result.status === 'refused') {
    return (
      <div className="text-fail text-sm">
        {t('failedList')}
        <ul lang="en" className="list-disc pl-5">
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
        {t('questions', { count: turns })}
        {status === 'unchanged' && t('already')}
      </span>
      {notUnderstood.length > 0 && (
        <p className="mt-1 text-ink-3 text-xs leading-5">
          {t(notUnderstood.length > SHOWN ? 'notUnderstoodMore' : 'notUnderstood', {
            names: notUnderstood.slice(0, SHOWN).join(', '),
            count: notUnderstood.length - SHOWN,
          })}
        </p>
      )}
    </div>
  )
}
