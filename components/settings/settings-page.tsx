import type { ReactNode } from 'react'
import { browserLanguage, translator } from '@/components/language/current.ts'
import { KeyList } from '@/components/layout/key-list.tsx'
import { NativeSelect } from '@/components/ui/native-select.tsx'
import { LANGUAGE_NAMES } from '@/lib/core/settings/languages.ts'
import { SETTING_CHOICES, type Settings } from '@/lib/core/settings/settings.ts'
import { Choice, ITEM } from './choice.tsx'
import { noteId, SettingRow } from './setting-row.tsx'
import { SettingsForm, type SettingsFormProps } from './settings-form.tsx'
import { ThemeChoice } from './theme-choice.tsx'

export type SettingsPageProps = {
  settings: Settings
  councils: { id: string; name: string }[]
  /** The one that is asked now. */
  defaultCouncil: string
  action: SettingsFormProps['action']
}

/** What a visitor can choose about the product, and the list of its keys. */
export async function SettingsPage({ action, ...props }: SettingsPageProps) {
  const t = await translator('settings')
  return (
    <div className="mx-auto max-w-(--width-read) px-5 py-12 sm:px-8">
      <h1 className="font-medium font-serif text-title">{t('title')}</h1>
      <p className="mt-2 text-ink-2 text-sm">{t('intro')}</p>
      <SettingsForm action={action}>
        <Appearance settings={props.settings} />
        <Asking {...props} />
      </SettingsForm>
      <Section title={t('keys')} note={t('keysNote')}>
        <KeyList />
      </Section>
    </div>
  )
}

function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-10">
      <h2 className="border-line border-b pb-2 font-medium text-ink-2 text-xs">{title}</h2>
      {note ? <p className="pt-4 pb-1 text-ink-3 text-xs">{note}</p> : null}
      <div className="divide-y border-b">{children}</div>
    </section>
  )
}

async function Appearance({ settings }: { settings: Settings }) {
  const t = await translator('settings')
  return (
    <Section title={t('appearance')}>
      <SettingRow id="theme" label={t('theme')}>
        <ThemeChoice initial={settings.theme} legend={t('theme')} itemClassName={ITEM} />
      </SettingRow>
      <Choice
        name="density"
        label={t('density')}
        note={t('densityNote')}
        chosen={settings.density}
        choices={SETTING_CHOICES.density.map((value) => ({ value, text: t(`densities.${value}`) }))}
      />
      <Choice
        name="motion"
        label={t('motion')}
        note={t('motionNote')}
        chosen={settings.motion}
        choices={SETTING_CHOICES.motion.map((value) => ({ value, text: t(`motions.${value}`) }))}
      />
      <Choice
        name="language"
        label={t('language')}
        note={t('languageNote')}
        chosen={settings.language}
        choices={await languages()}
        isStacked
      />
    </Section>
  )
}

/** Every language under its own name, as who reads it calls it. */
async function languages() {
  const t = await translator('settings')
  const asBrowser = t('asBrowser', { name: LANGUAGE_NAMES[await browserLanguage()] })
  return SETTING_CHOICES.language.map((value) =>
    value === 'browser' ? { value, text: asBrowser } : { value, text: LANGUAGE_NAMES[value], lang: value },
  )
}

async function Asking({ settings, councils, defaultCouncil }: Omit<SettingsPageProps, 'action'>) {
  const t = await translator('settings')
  return (
    <Section title={t('asking')}>
      <SettingRow id="council" label={t('council')} note={t('councilNote')} labelFor="council">
        <NativeSelect
          id="council"
          name="council"
          defaultValue={defaultCouncil}
          aria-describedby={noteId('council')}
          className="w-full sm:w-52"
        >
          {councils.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </SettingRow>
      <Choice
        name="enter"
        label={t('enter')}
        note={t('enterNote')}
        chosen={settings.enter}
        choices={SETTING_CHOICES.enter.map((value) => ({ value, text: t(`enters.${value}`) }))}
      />
    </Section>
  )
}
