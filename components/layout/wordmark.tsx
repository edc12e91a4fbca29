import { cn } from '@/components/ui/cn.ts'

/** The name with its mark: three seats over one line. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2 font-semibold text-ink text-sm tracking-[-0.01em]', className)}>
      <svg viewBox="0 0 22 16" aria-hidden="true" className="h-4 w-[22px] fill-accent">
        <circle cx="3" cy="7" r="2.2" />
        <circle cx="11" cy="3" r="2.2" />
        <circle cx="19" cy="7" r="2.2" />
        <rect x="1" y="13" width="20" height="1.8" rx="0.9" />
      </svg>
      LLM Council
    </span>
  )
}
