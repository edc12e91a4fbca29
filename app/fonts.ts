import { GeistSans } from 'geist/font/sans'
import localFont from 'next/font/local'

// next/font measures a fallback face of the same width, so that text does not move when the font arrives.
const newsreader = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  variable: '--font-newsreader',
  weight: '200 800',
  adjustFontFallback: 'Times New Roman',
})

// Geist's own loader for the mono face preloads it on every page; code in an answer can wait.
const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'monospace'],
})

const newsreaderItalic = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2',
  variable: '--font-newsreader-italic',
  weight: '200 800',
  style: 'italic',
  preload: false,
  adjustFontFallback: false,
})

const newsreaderExtended = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2',
  variable: '--font-newsreader-ext',
  weight: '200 800',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-0130, U+0132-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D9, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
})

/** Classes for <html> that define the font variables which globals.css builds on. */
export const fontVariables = [GeistSans, geistMono, newsreader, newsreaderItalic, newsreaderExtended]
  .map((font) => font.variable)
  .join(' ')
