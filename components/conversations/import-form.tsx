'use client'

import { FileUp } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { useTranslations } from 'use-intl/react'
import { buttonVariants } from '@/components/ui/button.tsx'
import { cn } from '@/components/ui/cn.ts'
import { ImportResults } from './import-results.tsx'
import { useImports } from './use-imports.ts'

/** Chooses files of conversations and shows what became of each. */
export function ImportForm({ prepare }: { prepare: () => Promise<void> }) {
  const t = useTranslations('files')
  const { files, isBusy, add } = useImports(prepare)

  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])]
    // The same file may be chosen again.
    target.value = ''
    void add(chosen)
  }

  return (
    <div className="space-y-6">
      <noscript>
        <p className="rounded-md bg-warn-bg px-3 py-2 text-sm text-warn">{t('noScript')}</p>
      </noscript>
      <label
        aria-disabled={isBusy}
        className={cn(
          buttonVariants({ size: 'lg' }),
          'relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
          isBusy && 'pointer-events-none',
        )}
      >
        <FileUp aria-hidden />
        {t(isBusy ? 'importing' : 'choose')}
        <input
          type="file"
          multiple
          accept=".json,application/json"
          disabled={isBusy}
          onChange={onChange}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </label>
      <ImportResults files={files} />
    </div>
  )
}
