/** A piece of found text with what was found marked. Plain text in, text nodes out: nothing in it is markup. */
export function Snippet({ parts }: { parts: { text: string; is_match: boolean }[] }) {
  return parts.map(({ text, is_match }, index) =>
    is_match ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
      <mark key={index} className="rounded-sm bg-warn-bg text-ink">
        {text}
      </mark>
    ) : (
      withoutMarkdown(text)
    ),
  )
}

/** Emphasis, headings and code fences say nothing in one line. */
function withoutMarkdown(text: string): string {
  return text.replace(/[*_`#|]+/g, '').replace(/\s+/g, ' ')
}
