import { createElement, Fragment } from 'react'
import { type CodePiece, highlight } from './highlight.ts'

/** Code in the colours of its language: on the server, or in a browser that has loaded this file. */
export function HighlightedCode({ language, code }: { language: string; code: string }) {
  const pieces = highlight(code, language)
  return pieces === null ? code : createElement(Fragment, null, ...pieces.map(coloured))
}

function coloured({ text, kind }: CodePiece) {
  return kind === null ? text : <span className={`hl-${kind}`}>{text}</span>
}
