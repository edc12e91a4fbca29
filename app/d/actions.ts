'use server'
import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { container } from '@/lib/runtime/door.ts'
import { createDeviceLink, redeemDeviceLink } from '@/lib/services/identity/index.ts'
import { becomeGuest, visitorCtx } from '../visitor.ts'

/** A link that carries this guest to another device. `origin` is the address the browser itself shows. */
export async function deviceLinkAction(path: string, origin: string): Promise<{ url: string; expiresInS: number }> {
  const ctx = await visitorCtx()
  if (!ctx) throw new AppError('UNAUTHENTICATED')
  const { token, expiresInS } = await createDeviceLink(ctx, path.startsWith('/c/') ? path : '/')
  const url = new URL(`/d/${token}`, (await container()).appUrl ?? origin).href
  return { url, expiresInS }
}

/** Uses a device link up: from now on this browser is that guest. */
export async function redeemAction(token: string): Promise<void> {
  const redeemed = await redeemDeviceLink(await container(), token).catch(unlessUsed)
  if (redeemed) await becomeGuest(redeemed.guest)
  // a link that was used meanwhile leads to its own page, which says so
  redirect((redeemed?.path ?? `/d/${token}`) as Route)
}

function unlessUsed(error: unknown): null {
  if (error instanceof AppError && error.code === 'LINK_USED') return null
  throw error
}
