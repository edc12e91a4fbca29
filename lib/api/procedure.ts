import { os } from '@orpc/server'
import { AppError } from '../core/kernel/errors.ts'
import type { ApiContext } from './context.ts'
import { verbContext } from './context.ts'
import type { BodyLimits } from './guard.ts'

/** What the handler has to know of a procedure before it runs. */
export type ProcedureMeta = {
  isPublic?: boolean
  /** How large a body may be; the usual limits if absent. */
  body?: BodyLimits
}

/** A procedure anyone may call. */
export const publicProcedure = os.$context<ApiContext>().$meta<ProcedureMeta>({ isPublic: true })

/** A procedure for guests and the operator; `context.ctx` is what verbs take. */
export const procedure = os
  .$context<ApiContext>()
  .$meta<ProcedureMeta>({})
  .use(({ context, next }) => {
    if (!context.actor) throw new AppError('UNAUTHENTICATED')
    return next({ context: { ctx: verbContext(context.ports, context.actor) } })
  })
