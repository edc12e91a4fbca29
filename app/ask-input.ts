import { readSeats } from '@/components/councils/seats-field.ts'
import { sha256Hex } from '@/lib/core/stats/sha256.ts'
import type { StartInput } from '@/lib/services/runs/index.ts'

/** What the composer's form asks for. Browsers send line ends as CRLF; a question has plain ones. */
export function askInputOf(form: FormData): StartInput & { question: string } {
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const seats = readSeats(form.get('seats'))
  const council = seats ? undefined : read('council')
  const question = (read('question') ?? '').replaceAll('\r\n', '\n')
  const model = council === 'single' ? read('model') : undefined
  const key = read('idempotencyKey')
  return {
    question,
    council,
    model,
    seats,
    conversationId: read('conversationId'),
    // an edited question from the same form is another question, not a repetition of the first
    idempotencyKey:
      key && `${key}:${sha256Hex(`${seats ? JSON.stringify(seats) : council}/${model}/${question}`).slice(0, 16)}`,
  }
}
