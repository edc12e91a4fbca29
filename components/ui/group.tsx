import type { ComponentProps } from 'react'

type GroupProps = ComponentProps<'section'> & {
  'aria-label': string
  /** It scrolls by itself, so a keyboard must reach it. */
  scrolls?: boolean
}

/** A named part of an answer. A group and no landmark: fifty turns would make hundreds of them. */
export function Group({ scrolls = false, ...props }: GroupProps) {
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
  return <section role="group" tabIndex={scrolls ? 0 : undefined} {...props} />
}
