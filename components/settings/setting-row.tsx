import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn.ts'

export type SettingRowProps = {
  id: string
  label: string
  note?: string
  /** The control is a `label` of its own (a select), else a group that carries its name itself. */
  labelFor?: string
  /** Under the label instead of beside it. */
  isStacked?: boolean
  children: ReactNode
}

/** One setting: what it is on the left, the choice on the right; one under the other on a phone. */
export function SettingRow({ id, label, note, labelFor, isStacked = false, children }: SettingRowProps) {
  const name = 'font-medium text-sm'
  return (
    <div className={cn('grid gap-x-8 gap-y-3 py-4', !isStacked && 'sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center')}>
      <div>
        {labelFor ? (
          <label htmlFor={labelFor} className={name}>
            {label}
          </label>
        ) : (
          // the group beside it says it itself
          <p aria-hidden className={name}>
            {label}
          </p>
        )}
        {note ? (
          <p id={noteId(id)} className="mt-0.5 text-pretty text-ink-3 text-xs leading-5">
            {note}
          </p>
        ) : null}
      </div>
      {children}
    </div>
  )
}

/** Where the note of a row stands, for `aria-describedby`. */
export function noteId(id: string): string {
  return `${id}-note`
}
