'use server'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { CouncilFormState } from '@/components/councils/council-form.ts'
import { createCouncil, removeCouncil, updateCouncil } from '@/lib/services/councils/index.ts'
import { councilInputOf, refusedCouncil, unlessGone } from '../../council-input.ts'
import { visitorCtxOrNew } from '../../visitor.ts'

/** Keeps the council of a form, new or changed; what stands against it comes back with everything that was given. */
export async function keepCouncilAction(_previous: CouncilFormState, form: FormData): Promise<CouncilFormState> {
  const { id, version, idempotencyKey, ...input } = councilInputOf(form)
  const ctx = await visitorCtxOrNew()
  const work = id
    ? updateCouncil(ctx, id, { ...input, ifVersion: version })
    : createCouncil(ctx, { ...input, idempotencyKey })
  const done = await work.catch((error: unknown) => refusedCouncil(error, input))
  if ('error' in done) return done
  revalidatePath('/', 'layout')
  return { error: null, field: null, given: null, kept: done.id }
}

/** The same on the page of councils, which then shows what stands. */
export async function keepAndShowAction(previous: CouncilFormState, form: FormData): Promise<CouncilFormState> {
  const done = await keepCouncilAction(previous, form)
  if (done.kept) redirect('/councils' as Route)
  return done
}

/** Deletes the council of a form. */
export async function removeCouncilAction(form: FormData): Promise<void> {
  const { id = '' } = councilInputOf(form)
  await removeCouncil(await visitorCtxOrNew(), id, { ifVersion: null }).catch(unlessGone)
  revalidatePath('/', 'layout')
  redirect('/councils' as Route)
}
