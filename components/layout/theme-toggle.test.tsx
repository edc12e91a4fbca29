import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { inLanguage } from '@/components/language/render.fixture.tsx'
import { rememberSetting } from '@/components/settings/remember.ts'
import { ThemeToggle } from './theme-toggle.tsx'

afterEach(() => {
  cleanup()
  delete document.documentElement.dataset.theme
})

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

it('sets the theme at once and keeps it in the cookie that the server reads', () => {
  rememberSetting({ theme: 'light', density: 'compact' })
  render(<ThemeToggle initial="system" />)
  choose('Dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(document.cookie).toContain('settings=theme=dark&density=compact')
  choose('As the system')
  expect(document.documentElement.dataset.theme).toBeUndefined()
  expect(document.cookie).toContain('settings=density=compact')
})

it('may stand on a page twice, and both show the same', () => {
  render(
    <>
      <ThemeToggle initial="system" />
      <ThemeToggle initial="system" />
    </>,
  )
  const [first] = screen.getAllByRole('radio', { name: 'Dark' })
  fireEvent.click(first as Element)
  expect(screen.getAllByRole<HTMLInputElement>('radio', { name: 'Dark' }).map(({ checked }) => checked)).toEqual([
    true,
    true,
  ])
})

it('speaks the language of the page', () => {
  render(<ThemeToggle initial="light" />, { wrapper: inLanguage('de') })
  expect(screen.getByRole('radio', { name: 'Dunkel' })).toBeTruthy()
})
