import 'temml/dist/Temml-Local.css'
import type { ReactNode } from 'react'

/** A formula on a line of its own; scrolls by itself where it is wider than the page. */
export function FormulaFrame({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <span className="md-formula" tabIndex={0}>
      {children}
    </span>
  )
}

/** TeX as it was written: until it is typeset, and where it cannot be. */
export function FormulaSource({ tex, isDisplay }: { tex: string; isDisplay: boolean }) {
  const source = <code className="md-tex">{tex}</code>
  return isDisplay ? <FormulaFrame>{source}</FormulaFrame> : source
}
