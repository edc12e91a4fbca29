import type { StartInput } from '@/lib/services/runs/index.ts'

/** What the composer's form asks for. Browsers send line ends as CRLF; a question has plain ones. */
export function askInputOf(form: FormData): StartInput & { question: string } {
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const council = read('council')
  return {
    question: (read('question') ?? '').replaceAll('\r\n', '\n'),
    council,
    model: council === 'single' ? read('model') : undefined,
    conversationId: read('conversationId'),
    idempotencyKey: read('idempotencyKey'),
  }
}
