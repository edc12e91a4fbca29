import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'

/** A group of radio buttons in one bar. Native inputs, so it also works as part of a plain HTML form. */
export function Segmented({ className, legend, children, ...props }: ComponentProps<'fieldset'> & { legend: string }) {
  return (
    <fieldset className={cn('m-0 flex min-w-0 gap-0.5 rounded-md bg-sunken p-0.5', className)} {...props}>
      <legend className="sr-only">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** One choice of a `Segmented`: every prop goes to the radio input. */
export function SegmentedItem({
  children,
  className,
  ...props
}: Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode }) {
  return (
    <label
      className={cn(
        'relative inline-flex h-8 cursor-pointer select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-[5px] px-3',
        'border border-transparent font-medium text-ink-2 text-xs hover:text-ink',
        'has-checked:border-line-strong has-checked:bg-surface has-checked:text-ink',
        'has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:opacity-60',
        className,
      )}
    >
      <input
        type="radio"
        className="absolute inset-0 cursor-[inherit] appearance-none rounded-[5px] outline-none"
        {...props}
      />
      {children}
    </label>
  )
}
