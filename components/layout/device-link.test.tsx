import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { DeviceLinkButton } from './device-link.tsx'

afterEach(cleanup)

const open = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Continue on another device' })))

it('makes a fresh link at every opening and shows it as code and as text', async () => {
  let made = 0
  const createLink = async () => ({ url: `https://council.example/d/${++made}`, expiresInS: 600 })
  render(<DeviceLinkButton createLink={createLink} />)
  await open()
  expect(await screen.findByRole('img', { name: 'QR code of the link' })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Link').value).toBe('https://council.example/d/1')
  expect(screen.getByText(/works once, for ten minutes/)).toBeTruthy()
  expect(screen.queryByText(/HOST=0\.0\.0\.0/)).toBeNull()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Close' })))
  await open()
  expect(screen.getByLabelText<HTMLInputElement>('Link').value).toBe('https://council.example/d/2')
})

it('says so when the address only works on this computer', async () => {
  const createLink = async () => ({ url: 'http://127.0.0.1:3000/d/x', expiresInS: 600 })
  render(<DeviceLinkButton createLink={createLink} />)
  await open()
  expect(screen.getByText(/HOST=0\.0\.0\.0/)).toBeTruthy()
})

it('offers to try again when no link could be made', async () => {
  let tries = 0
  const createLink = async () => {
    if (++tries === 1) throw new Error('down')
    return { url: 'https://council.example/d/2', expiresInS: 600 }
  }
  render(<DeviceLinkButton createLink={createLink} />)
  await open()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })))
  expect(screen.getByLabelText<HTMLInputElement>('Link').value).toBe('https://council.example/d/2')
})
