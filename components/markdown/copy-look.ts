/** What copies something small: of one size, whatever it says. A finger needs 44 px, the eye does not. */
export const COPY_LOOK =
  'relative inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink after:absolute after:-inset-2 pointer-fine:after:hidden'
