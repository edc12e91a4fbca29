import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { UndoToast } from '@/components/conversations/undo-toast.tsx'
import { currentLanguage, currentTimeZone, translator } from '@/components/language/current.ts'
import { LanguageProvider } from '@/components/language/language-provider.tsx'
import { currentSettings } from '@/components/settings/current.ts'
import { SettingsProvider } from '@/components/settings/settings-context.tsx'
import { clientMessages, loadMessages } from '@/lib/messages/load.ts'
import { fontVariables } from './fonts.ts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('landing')
  return {
    title: { default: 'LLM Council', template: '%s · LLM Council' },
    description: t('description'),
    applicationName: 'LLM Council',
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const settings = await currentSettings()
  const language = await currentLanguage()
  const { theme, density, motion } = settings
  return (
    <html
      lang={language}
      data-theme={theme === 'system' ? undefined : theme}
      data-density={density === 'comfortable' ? undefined : density}
      data-motion={motion === 'system' ? undefined : motion}
      className={fontVariables}
    >
      <body className="min-h-dvh">
        <SettingsProvider settings={settings}>
          <LanguageProvider
            language={language}
            timeZone={await currentTimeZone()}
            messages={clientMessages(await loadMessages(language))}
          >
            {children}
            <UndoToast />
          </LanguageProvider>
        </SettingsProvider>
      </body>
    </html>
  )
}
