import { readSeats } from '@/components/councils/seats-field.ts'
import type { StartRun } from '@/lib/client/api.ts'

/** A question and who is to answer it, as the API takes them. */
export type AskRequest = Omit<StartRun, 'idempotencyKey'>

/** What the composer's form asks for; the twin of what its server action reads. */
export function askRequestOf(form: FormData): AskRequest {
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const seats = readSeats(form.get('seats'))
  const council = seats ? undefined : read('council')
  const model = council === 'single' ? read('model') : undefined
  const conversationId = read('conversationId')
  return {
    question: read('question') ?? '',
    ...(council === undefined ? {} : { council }),
    ...(model === undefined ? {} : { model }),
    ...(seats === undefined ? {} : { seats }),
    ...(conversationId === undefined ? {} : { conversationId }),
  }
}
