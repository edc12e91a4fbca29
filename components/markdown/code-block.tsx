import { CopyButton } from './copy-button.tsx'

/** Code with its language and a button that copies it. */
export function CodeBlock({ language, code }: { language: string; code: string }) {
  const label = /^[\w+#.-]{1,24}/.exec(language)?.[0] ?? 'text'
  return (
    <figure className="md-code">
      <figcaption className="flex h-8 items-center justify-between border-line border-b pr-1 pl-3 font-sans text-2xs text-ink-3">
        <span>{label}</span>
        <CopyButton text={code} label="Copy code" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}
