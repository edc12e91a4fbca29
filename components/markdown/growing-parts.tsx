'use client'

import { lazyModule } from '../ui/lazy-module.ts'
import { CodeBlock, languageOf } from './code-block.tsx'
import { Diagram } from './diagram.tsx'
import { FormulaSource } from './formula-frame.tsx'
import type { MarkdownParts } from './parts.ts'

const formulas = lazyModule(() => import('./formula.tsx'))
const colours = lazyModule(() => import('./highlighted-code.tsx'))

/** Loads what formulas and code need, ahead of need. */
export async function preloadParts(): Promise<void> {
  await Promise.all([formulas.preload(), colours.preload()])
}

/** Parts that show their source until their library is there, which the first of each kind loads. */
export const GROWING_PARTS: MarkdownParts = {
  Formula({ tex, isDisplay }) {
    const Formula = formulas.useModule()?.Formula ?? FormulaSource
    return <Formula tex={tex} isDisplay={isDisplay} />
  },
  Code({ language, code }) {
    const name = languageOf(language)
    return <CodeBlock language={name}>{name === '' ? code : <Coloured language={name} code={code} />}</CodeBlock>
  },
  Diagram,
}

function Coloured({ language, code }: { language: string; code: string }) {
  const module = colours.useModule()
  return module === null ? code : <module.HighlightedCode language={language} code={code} />
}
