import { CodeBlock, languageOf } from './code-block.tsx'
import { Diagram } from './diagram.tsx'
import { Formula } from './formula.tsx'
import { HighlightedCode } from './highlighted-code.tsx'
import type { MarkdownParts } from './parts.ts'

/** Parts that are whole where they are rendered. Their libraries come along, so they belong to the server. */
export const FINISHED_PARTS: MarkdownParts = {
  Formula,
  Diagram,
  Code({ language, code }) {
    const name = languageOf(language)
    return (
      <CodeBlock language={name}>
        <HighlightedCode language={name} code={code} />
      </CodeBlock>
    )
  },
}
