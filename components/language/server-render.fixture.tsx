import type { ReactNode } from 'react'
// the same functions under an address of their own, which is not this file's
import * as server from 'react-dom/server.browser'
import { inLanguage } from './render.fixture.tsx'

const English = inLanguage('en')

/** `react-dom/server` for tests of components (vitest.config.ts): in English, as the root layout would. */
export function renderToStaticMarkup(element: ReactNode): string {
  return server.renderToStaticMarkup(<English>{element}</English>)
}

export function renderToString(element: ReactNode): string {
  return server.renderToString(<English>{element}</English>)
}
