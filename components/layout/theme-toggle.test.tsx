import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { parseTheme } from './theme.ts'
import { ThemeToggle } from './theme-toggle.tsx'

afterEach(cleanup)

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

it('sets the theme at once and keeps it in the cookie that the server reads', () => {
  render(<ThemeToggle initial="system" />)
  choose('Dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(document.cookie).toContain('theme=dark')
  choose('As the system')
  expect(document.documentElement.dataset.theme).toBeUndefined()
  expect(document.cookie).toContain('theme=system')
})

it('may stand on a page twice without one toggle changing the other', () => {
  render(
    <>
      <ThemeToggle initial="light" />
      <ThemeToggle initial="light" />
    </>,
  )
  const [first, second] = screen.getAllByRole<HTMLInputElement>('radio', { name: 'Light' })
  expect(first?.checked && second?.checked).toBe(true)
})

it.each([
  ['dark', 'dark'],
  ['light', 'light'],
  [undefined, 'system'],
  ['"><script>', 'system'],
])('reads the cookie %j as %s', (value, theme) => {
  expect(parseTheme(value)).toBe(theme)
})
