import type { ComponentType } from 'react'

/**
 * What a text is made of beyond words, and takes a library to show. Finished texts get parts that are whole when the
 * server renders them; growing ones get parts that load their library when the first one appears.
 */
export type MarkdownParts = {
  Formula: ComponentType<{ tex: string; isDisplay: boolean }>
  Code: ComponentType<{ language: string; code: string }>
  Diagram: ComponentType<{ source: string }>
}

export function isDiagram(language: string | undefined): boolean {
  return language?.trim().toLowerCase() === 'mermaid'
}
