import { ORPCError, ValidationError } from '@orpc/server'
import { AppError, type FieldIssue } from '../core/kernel/errors.ts'
import { HEADER_NAMES } from './header-names.ts'

type SchemaIssue = { message: string; path?: readonly unknown[]; code?: string; keys?: string[] }

/** The part of the request comes first in a path; callers know their fields, not our parts. */
const PARTS = new Set(['params', 'query', 'body', 'headers'])

/** What was thrown, as an AppError: broken input by field, everything unknown masked as INTERNAL with its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const issues = validationIssues(error)
  return issues ? invalid(issues) : new AppError('INTERNAL', undefined, {}, error)
}

function invalid(issues: FieldIssue[]): AppError {
  const first = issues[0]
  const message = first?.path ? `${first.path}: ${first.message}` : first?.message
  return new AppError('VALIDATION_FAILED', message, { issues, ...(first?.path ? { param: first.path } : {}) })
}

/** The broken fields of an input that oRPC refused, or null when the error is another one. */
function validationIssues(error: unknown): FieldIssue[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return null
  if (!(error.cause instanceof ValidationError)) return null
  return error.cause.issues.flatMap((issue) => issuesOf(issue as SchemaIssue))
}

function issuesOf(issue: SchemaIssue): FieldIssue[] {
  const path = (issue.path ?? []).map(keyOf)
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({ path: pathOf([...path, key]), message: 'This field is not known.' }))
  }
  const isMissing = issue.message.endsWith('received undefined')
  if (isMissing && path.length === 1 && path[0] === 'body') return [{ path: '', message: 'Send a JSON object.' }]
  return [{ path: pathOf(path), message: isMissing ? 'This field is required.' : issue.message }]
}

function pathOf(path: string[]): string {
  const [part, ...rest] = path
  if (part === 'headers') return HEADER_NAMES[rest.join('.')] ?? rest.join('.')
  return (part !== undefined && PARTS.has(part) ? rest : path).join('.')
}

function keyOf(segment: unknown): string {
  return String(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment)
}
