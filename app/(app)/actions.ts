'use server'
import type { AskFormState } from '@/components/conversations/ask-form.ts'
import { conversationHref, type Message, threadHref } from '@/components/threads/address.ts'
import { askAndGo } from '../ask.ts'
import { askInputOf } from '../ask-input.ts'

/** Asks the question of a form and leads to its page; what stands against it comes back with the text kept. */
export async function askAction(_previous: AskFormState, form: FormData): Promise<AskFormState> {
  return askAndGo(askInputOf(form), ({ conversationId }) => conversationHref(conversationId))
}

/** Asks in a thread beside a conversation, or with `message` the first question of one, and leads to the two of them. */
export async function replyAction(
  { conversationId, message }: { conversationId: string; message: Message | null },
  _previous: AskFormState,
  form: FormData,
): Promise<AskFormState> {
  const input = { ...askInputOf(form), ...(message ? { thread: message } : {}) }
  return askAndGo(input, (thread) => threadHref(conversationId, thread.conversationId))
}
