import type { z } from 'zod'
import { AppError } from '../core/kernel/errors.ts'

/** Parses a verb's input; what is wrong becomes one VALIDATION_FAILED error that names every field in the API's spelling. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.map((part) => snakeCase(String(part))).join('.') || snakeCase(unknownKey(issue)),
    message: issue.message,
  }))
  const first = issues[0]
  throw new AppError('VALIDATION_FAILED', first ? `${first.path}: ${first.message}` : undefined, {
    issues,
    param: first?.path,
  })
}

function unknownKey(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
