import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { UndoToast } from '@/components/conversations/undo-toast.tsx'
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme.ts'
import { fontVariables } from './fonts.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'LLM Council', template: '%s · LLM Council' },
  description:
    'Several language models answer your question side by side, review one another without names, and a chairman writes the answer that stands.',
  applicationName: 'LLM Council',
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
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={fontVariables}>
      <body className="min-h-dvh">
        {children}
        <UndoToast />
      </body>
    </html>
  )
}
