import { isObject } from '../council/ballot-json.ts'
import { invalidField } from '../kernel/errors.ts'
import { type Field, join, objectAt, objectsAt, requiredText, textAt } from './fields.ts'
import { type LabelMap, labelMapAt } from './label-maps.ts'

/** What one member answered; null where it failed or wrote nothing. */
export type MemberEntry = { model: string; response: string | null; hasError: boolean }

/** What one reviewer wrote, word for word, and its own labels where it had some. */
export type ReviewEntry = { model: string; text: string | null; labels: LabelMap | null; hasAbstained: boolean }

/** What the chairman wrote. `model` is null where the file says "error" instead of a name. */
export type FinalEntry = { model: string | null; response: string | null }

/** The answer message of a file-based council. */
export type CouncilMessage = {
  members: MemberEntry[]
  reviews: ReviewEntry[]
  /** Labels that all reviewers shared; null where each has its own or the file keeps none. */
  sharedLabels: LabelMap | null
  hasOwnLabels: boolean
  final: FinalEntry | null
  /** Plain text of an answer without stages. */
  content: string | null
}

const SEATS_MAX = 64
const NAME_MAX = 200
const ERROR_MODEL = 'error'

/** Reads an assistant message of any dialect. Throws VALIDATION_FAILED that names the field. */
export function readCouncilMessage(message: Field): CouncilMessage {
  const reviews = objectsAt(message, 'stage2', SEATS_MAX).map(readReview)
  const metadata = isObject(message.value.metadata)
    ? objectAt(message.value.metadata, join(message.path, 'metadata'))
    : null
  const hasOwnLabels = reviews.some((review) => review.labels !== null)
  const sharedLabels = labelMapAt(message) ?? (metadata && labelMapAt(metadata))
  return {
    members: objectsAt(message, 'stage1', SEATS_MAX).map(readMember),
    reviews,
    sharedLabels: hasOwnLabels ? null : sharedLabels,
    hasOwnLabels,
    final: readFinal(message),
    content: textAt(message, 'content'),
  }
}

function readMember(entry: Field): MemberEntry {
  const { error, error_message: errorMessage } = entry.value
  const response = textAt(entry, 'response')
  const hasError = Boolean(error) || Boolean(errorMessage)
  return { model: modelAt(entry), response: hasError || !response?.trim() ? null : response, hasError }
}

function readReview(entry: Field): ReviewEntry {
  const parsed = entry.value.parsed_ranking
  const text = textAt(entry, 'ranking')
  return {
    model: modelAt(entry),
    text: text?.trim() ? text : null,
    labels: labelMapAt(entry),
    hasAbstained: isObject(parsed) && parsed.abstained === true,
  }
}

function readFinal(message: Field): FinalEntry | null {
  const given = message.value.stage3 ?? null
  if (given === null) return null
  const entry = objectAt(given, join(message.path, 'stage3'))
  if (Object.keys(entry.value).length === 0) return null
  const model = modelAt(entry)
  const response = textAt(entry, 'response')
  const isError = model === ERROR_MODEL || Boolean(entry.value.error)
  return { model: model === ERROR_MODEL ? null : model, response: isError || !response?.trim() ? null : response }
}

function modelAt(entry: Field): string {
  const model = requiredText(entry, 'model').trim()
  if (model === '' || model.length > NAME_MAX) {
    throw invalidField(join(entry.path, 'model'), `Expected the name of a model, up to ${NAME_MAX} characters.`)
  }
  return model
}
