import {
  renderHook as hookPure,
  type RenderHookOptions,
  type RenderOptions,
  render as renderPure,
} from '@testing-library/react/pure'
import type { ComponentType, ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Language } from '@/lib/core/settings/languages.ts'
import de from '@/lib/messages/de.json' with { type: 'json' }
import en from '@/lib/messages/en.json' with { type: 'json' }
import es from '@/lib/messages/es.json' with { type: 'json' }
import fr from '@/lib/messages/fr.json' with { type: 'json' }

// Tests of components import `@testing-library/react` and get this file (vitest.config.ts): rendered in English, as the
// root layout would. `inLanguage` is a wrapper for the other languages.
export * from '@testing-library/react/pure'

const MESSAGES = { en, de, es, fr }

type Wrapper = ComponentType<{ children: ReactNode }>

/** What the root layout puts around every page, in that language. */
export function inLanguage(language: Language): Wrapper {
  return ({ children }) => (
    <IntlProvider locale={language} messages={MESSAGES[language]} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}

export function render(element: ReactNode, { wrapper, ...options }: Omit<RenderOptions, 'queries'> = {}) {
  return renderPure(element, { ...options, wrapper: within(wrapper) })
}

export function renderHook<Result, Props>(
  callback: (props: Props) => Result,
  { wrapper, ...options }: Omit<RenderHookOptions<Props>, 'queries'> = {},
) {
  return hookPure(callback, { ...options, wrapper: within(wrapper) })
}

function within(Inner: Wrapper | undefined): Wrapper {
  const Outer = inLanguage('en')
  return ({ children }) => <Outer>{Inner ? <Inner>{children}</Inner> : children}</Outer>
}
