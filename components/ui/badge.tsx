import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const badgeVariants = cva(
  'inline-flex items-center gap-1.5 rounded-sm border px-1.5 py-px font-medium text-2xs tracking-[0.01em]',
  {
    variants: {
      tone: {
        neutral: 'border-line text-ink-2',
        warn: 'border-transparent bg-warn-bg text-warn',
        fail: 'border-transparent bg-fail-bg text-fail',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type BadgeProps = ComponentProps<'span'> & VariantProps<typeof badgeVariants>

/** A short remark on a thing: amber when degraded, red when failed, else neutral. */
export function Badge({ className, tone, ...props }: BadgeProps) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />
}
