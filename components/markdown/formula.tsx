import { type CSSProperties, createElement, Fragment, type ReactNode } from 'react'
import temml from 'temml'
import { FormulaFrame, FormulaSource } from './formula-frame.tsx'

/** Longer than any formula on a page; TeX of this size is shown as it is. */
const MAX_CHARS = 4_000
const MAX_DEPTH = 80

/** What temml makes of TeX, as far as it is used here. */
type MathNode = {
  type?: string
  text?: string
  attributes?: Record<string, unknown>
  classes?: string[]
  style?: Record<string, string>
  children?: MathNode[]
}

/** A formula as MathML: on the server, or in a browser that has loaded this file. TeX that cannot be read is shown as it is. */
export function Formula({ tex, isDisplay }: { tex: string; isDisplay: boolean }) {
  const tree = tex.length <= MAX_CHARS ? read(tex, isDisplay) : null
  if (tree === null) return <FormulaSource tex={tex} isDisplay={isDisplay} />
  return isDisplay ? <FormulaFrame>{tree}</FormulaFrame> : tree
}

function read(tex: string, isDisplay: boolean): ReactNode | null {
  try {
    const options = {
      displayMode: isDisplay,
      throwOnError: true,
      maxSize: [20, 20] as [number, number],
      maxExpand: 300,
    }
    return element(temml.__renderToMathMLTree(tex, { ...options, strict: false, trust: false, annotate: true }), 0)
  } catch {
    return null
  }
}

const ELEMENTS =
  /^(?:math|semantics|annotation|m(?:i|o|n|s|text|space|row|frac|sqrt|root|style|padded|phantom|error|sub|sup|subsup|under|over|underover|multiscripts|prescripts|enclose|table|tr|td|labeledtr))$/
const ATTRIBUTES =
  /^(?:display|displaystyle|scriptlevel|mathvariant|mathsize|form|fence|separator|stretchy|symmetric|largeop|movablelimits|accent|accentunder|lspace|rspace|minsize|maxsize|linethickness|width|height|depth|voffset|columnalign|rowspacing|columnspacing|rowlines|columnlines|columnspan|rowspan|notation|encoding)$/
const STYLES =
  /^(?:padding(?:Left|Right|Top|Bottom)?|margin(?:Left|Right|Top|Bottom)?|border(?:Left|Right|Top|Bottom)?|color|backgroundColor|textAlign|width|height|mathDepth|mathStyle|verticalAlign)$/
const STYLE_VALUE = /^(?!.*url)[\w#.%\s,()+-]{1,80}$/i

/** Only what MathML needs comes out; everything else of a tree is dropped, its text kept. */
function element(node: MathNode, depth: number): ReactNode {
  if (depth > MAX_DEPTH) throw new RangeError('deeper than any formula')
  if (typeof node.text === 'string') return node.text
  const children = (node.children ?? []).map((child) => element(child, depth + 1))
  if (!node.type || !ELEMENTS.test(node.type)) return createElement(Fragment, null, ...children)
  return createElement(node.type, propertiesOf(node), ...children)
}

function propertiesOf({ type, attributes, classes, style }: MathNode): Record<string, unknown> {
  const kept = Object.entries(attributes ?? {}).filter(([name]) => ATTRIBUTES.test(name))
  const properties: Record<string, unknown> = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
  const names = (classes ?? []).filter((name) => /^[a-z][\w-]*$/i.test(name))
  if (names.length > 0) properties.className = names.join(' ')
  const styles = type === 'math' ? [] : stylesOf(style ?? {})
  if (styles.length > 0) properties.style = Object.fromEntries(styles) as CSSProperties
  return properties
}

function stylesOf(style: Record<string, string>): [string, string][] {
  return Object.entries(style).filter(([name, value]) => STYLES.test(name) && STYLE_VALUE.test(value))
}
