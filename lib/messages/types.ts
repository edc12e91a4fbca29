import type { Language } from '../core/settings/languages.ts'
import type en from './en.json'

/** Every text of the interface, by namespace; English is the one that says which there are. */
export type Messages = typeof en

export type Namespace = keyof Messages

/** What components of the browser read; everything else is rendered on the server and never sent as messages. */
export const CLIENT_NAMESPACES = [
  'ui',
  'layout',
  'device',
  'errorPage',
  'figures',
  'failures',
  'quality',
  'consensus',
  'skipped',
  'reasons',
  'runs',
  'keys',
  'problems',
  'providers',
  'saving',
  'picker',
  'composer',
  'queue',
  'list',
  'files',
  'branches',
  'search',
  'texts',
  'threads',
] as const satisfies readonly Namespace[]

export type ClientMessages = Pick<Messages, (typeof CLIENT_NAMESPACES)[number]>

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Language
    Messages: ClientMessages
  }
}
