import { z } from 'zod'
import { publicProcedure } from '../procedure.ts'
import { documented } from './documented.ts'

/** `GET /openapi.json`: this API, described. */
export const getOpenApi = publicProcedure
  .route({
    method: 'GET',
    path: '/openapi.json',
    operationId: 'getOpenApi',
    tags: ['Meta'],
    summary: 'This document',
    spec: documented({ success: { 200: { openapi: '3.1.1' } }, errors: [], isPublic: true }),
  })
  .output(z.record(z.string(), z.unknown()))
  .handler(({ context }) => context.describe())
