'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblem } from '@/lib/client/api-problem.ts'
import { IMPORT_MAX_BYTES, type ImportedConversation, importFile } from '@/lib/client/imports.ts'

/** Why a file was not imported: an answer of the API, or a text of `files`. */
export type FileProblem = ApiProblem | 'tooLarge' | 'notSent'

/** One chosen file on its way. */
export type FileImport = { key: number; name: string } & (
  | { state: 'waiting' }
  | { state: 'sending' }
  | { state: 'failed'; problem: FileProblem }
  | { state: 'done'; results: ImportedConversation[] }
)

/** Imports files one after the other; one that fails does not stop the next. `prepare` makes a first visitor a guest. */
export function useImports(prepare: () => Promise<void>) {
  const router = useRouter()
  const [files, setFiles] = useState<FileImport[]>([])
  const isBusy = files.some(({ state }) => state === 'waiting' || state === 'sending')

  async function add(chosen: File[]) {
    const first = files.length
    setFiles((known) => [
      ...known,
      ...chosen.map(({ name }, at) => ({ key: first + at, name, state: 'waiting' as const })),
    ])
    const set = (at: number, next: FileImport) =>
      setFiles((known) => known.map((file) => (file.key === first + at ? next : file)))
    for (const [at, file] of chosen.entries()) {
      const head = { key: first + at, name: file.name }
      set(at, { ...head, state: 'sending' })
      set(at, { ...head, ...(await importOne(file, prepare)) })
    }
    router.refresh()
  }

  return { files, isBusy, add }
}

type Outcome = { state: 'failed'; problem: FileProblem } | { state: 'done'; results: ImportedConversation[] }

async function importOne(file: File, prepare: () => Promise<void>): Promise<Outcome> {
  if (file.size > IMPORT_MAX_BYTES) return { state: 'failed', problem: 'tooLarge' }
  try {
    await prepare()
    return { state: 'done', results: await importFile(file) }
  } catch (error) {
    return { state: 'failed', problem: error instanceof ApiProblem ? error : 'notSent' }
  }
}
