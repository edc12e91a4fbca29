import type { Metadata } from 'next'
import { translator } from '@/components/language/current.ts'
import { currentSettings } from '@/components/settings/current.ts'
import { SettingsPage } from '@/components/settings/settings-page.tsx'
import { councilChoices } from '../../council-choices.ts'
import { saveSettingsAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('settings')
  return { title: t('title'), robots: { index: false } }
}

export default async function Settings() {
  const choices = await councilChoices()
  return (
    <SettingsPage
      settings={await currentSettings()}
      councils={choices.lasting}
      defaultCouncil={choices.chosen}
      action={saveSettingsAction}
    />
  )
}
