import type { ReactNode } from 'react'
import { CopyCode } from './copy-code.tsx'

/** The language as it was named after the fence, for the label and the colours. */
export function languageOf(info: string): string {
  return /^[\w+#.-]{1,24}/.exec(info.trim())?.[0] ?? ''
}

/** Code with its language and a button that copies it. */
export function CodeBlock({ language, children }: { language: string; children: ReactNode }) {
  return (
    <figure className="md-code">
      <figcaption className="md-code-bar">
        <span>{language || 'text'}</span>
        <CopyCode />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{children}</code>
      </pre>
    </figure>
  )
}
