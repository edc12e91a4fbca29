'use server'
import { visitorCtxOrNew } from '../../visitor.ts'

/** Makes this browser a guest where it is none yet, so that what it imports has an owner. */
export async function becomeVisitorAction(): Promise<void> {
  await visitorCtxOrNew()
}
