import type { ReactNode } from 'react'
import { CopyCode } from './copy-code.tsx'

/**
 * A diagram's place: of one height whether it shows the source or the drawing, so that nothing moves when the drawing
 * arrives. The source stays in the page for those who copy it or cannot see the drawing.
 */
export function DiagramFrame({
  source,
  drawing,
  actions,
  isFailed = false,
}: {
  source: string
  /** Shown in place of the source. */
  drawing?: ReactNode
  actions?: ReactNode
  isFailed?: boolean
}) {
  return (
    <figure className="md-code md-diagram" data-failed={isFailed || undefined}>
      <figcaption className="md-code-bar">
        <span>mermaid</span>
        <span className="ml-auto">{actions}</span>
        <CopyCode />
      </figcaption>
      {drawing}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} hidden={Boolean(drawing)}>
        <code>{source}</code>
      </pre>
    </figure>
  )
}
