import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedLanguage, LANGUAGES } from './languages.ts'
import {
  DEFAULT_SETTINGS,
  formatSettings,
  parseSettings,
  SETTING_CHOICES,
  type Settings,
  settingsFrom,
} from './settings.ts'

const anySettings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom(...SETTING_CHOICES.theme),
  density: fc.constantFrom(...SETTING_CHOICES.density),
  motion: fc.constantFrom(...SETTING_CHOICES.motion),
  language: fc.constantFrom(...SETTING_CHOICES.language),
  enter: fc.constantFrom(...SETTING_CHOICES.enter),
  council: fc.option(fc.stringMatching(/^[\w-]{1,64}$/)),
})

describe('the settings cookie', () => {
  it('reads back what was written, encoded or not', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(parseSettings(formatSettings(settings))).toEqual(settings)
        expect(parseSettings(encodeURIComponent(formatSettings(settings)))).toEqual(settings)
      }),
    )
  })

  it('holds only what differs from the default', () => {
    expect(formatSettings(DEFAULT_SETTINGS)).toBe('')
    expect(formatSettings({ ...DEFAULT_SETTINGS, theme: 'dark', language: 'de' })).toBe('theme=dark&language=de')
  })

  it('takes any garbage for the default and never throws', () => {
    for (const value of [undefined, '', '%', '"><script>', 'theme=pink&density=&council=../x', 'theme', '\u0000'])
      expect(parseSettings(value)).toEqual(DEFAULT_SETTINGS)
    const names = Object.keys(DEFAULT_SETTINGS)
    fc.assert(fc.property(fc.string(), (value) => Object.keys(parseSettings(value)).join() === names.join()))
  })

  it('keeps what is good beside what is not', () => {
    expect(parseSettings('theme=dark&density=9&language=xx')).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  })
})

it('a form changes what it names and leaves the rest', () => {
  const form = new FormData()
  form.set('density', 'compact')
  form.set('council', '')
  const before: Settings = { ...DEFAULT_SETTINGS, theme: 'dark', council: 'quick' }
  expect(settingsFrom((name) => form.get(name), before)).toEqual({ ...before, density: 'compact', council: null })
})

describe('the language a browser asks for', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['de-CH', 'de'],
    ['it-IT,it;q=0.9,fr;q=0.5,en;q=0.4', 'fr'],
    ['en;q=0.2, es-419;q=0.9', 'es'],
    ['de;q=0, fr;q=0.1', 'fr'],
    ['ja,ko', 'en'],
    ['*', 'en'],
    ['den', 'en'],
    ['DE', 'de'],
    [';;q=x,,de', 'de'],
  ])('reads %j as %s', (header, language) => expect(acceptedLanguage(header)).toBe(language))

  it('is one of ours, whatever comes', () => {
    fc.assert(fc.property(fc.string(), (header) => LANGUAGES.includes(acceptedLanguage(header))))
  })
})
