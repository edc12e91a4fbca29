import { cva } from 'class-variance-authority'

const COMMON = [
  'wrap-break-word [&>*+*]:mt-[0.9em] [&>*:first-child]:mt-0',
  '[&_strong]:font-semibold [&_a]:underline [&_a]:decoration-line-strong [&_a]:underline-offset-[0.18em] hover:[&_a]:decoration-current',
  '[&_:is(h3,h4,h5,h6)]:font-semibold [&_:is(h3,h4,h5,h6)]:leading-snug [&>:is(h3,h4,h5,h6)]:mt-[1.5em] [&>:is(h3,h4,h5,h6)+*]:mt-[0.5em]',
  '[&_:is(ul,ol)]:pl-[1.35em] [&_ul]:list-disc [&_ol]:list-decimal [&_li]:mt-[0.35em] [&_li>:is(ul,ol)]:mt-[0.35em] [&_li>p+p]:mt-[0.5em] [&_li::marker]:text-ink-3',
  '[&_li[data-task]]:-ml-[1.35em] [&_li[data-task]]:list-none [&_input]:mr-2 [&_input]:accent-accent',
  '[&_blockquote]:border-line-strong [&_blockquote]:border-l [&_blockquote]:pl-[1em] [&_blockquote]:text-ink-2 [&_blockquote>*+*]:mt-[0.6em]',
  '[&_hr]:my-[1.8em] [&_hr]:border-line',
  '[&_:not(pre)>code]:rounded-sm [&_:not(pre)>code]:bg-sunken [&_:not(pre)>code]:px-[0.3em] [&_:not(pre)>code]:py-[0.1em] [&_code]:font-mono [&_code]:text-[0.86em]',
  '[&_pre]:overflow-x-auto [&_pre]:p-3 [&_pre]:font-mono [&_pre]:text-[0.8125rem] [&_pre]:leading-relaxed [&_pre_code]:text-[1em]',
  '[&_table]:w-full [&_table]:table-fixed [&_table]:border-collapse [&_table]:font-sans [&_table]:text-[0.8125rem] [&_table]:leading-normal [&_:is(th,td)]:[overflow-wrap:normal] [&_th]:font-semibold [&_:is(th,td)]:border-line [&_:is(th,td)]:border-b [&_:is(th,td)]:py-1.5 [&_:is(th,td)]:pr-4 [&_:is(th,td)]:align-top [&_th:not([class])]:text-left',
]

/** The two voices of the product: the verdict in the reading serif, everything else in the sans of the chrome. */
export const markdownStyles = cva(COMMON, {
  variants: {
    voice: {
      verdict:
        'font-serif text-read text-ink [&_:is(h3,h4,h5,h6)]:text-[1.12em] [&_:is(h3,h4,h5,h6)]:tracking-[-0.008em]',
      member: 'font-sans text-ink text-sm leading-relaxed',
    },
  },
  defaultVariants: { voice: 'member' },
})

export type Voice = 'verdict' | 'member'

/** The level at which the headings of a text begin, by voice. */
export const HEADING_LEVELS = { verdict: 3, member: 4 } as const
