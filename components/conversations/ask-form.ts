/** What an attempt to ask came to: the sentence and the field at fault, and the question, which is never lost. */
export type AskFormState = { error: string | null; field: string | null; question: string }

/** A server action that takes the composer's form: it redirects to the conversation or answers why not. */
export type AskAction = (previous: AskFormState, form: FormData) => Promise<AskFormState>

export const NOTHING_ASKED: AskFormState = { error: null, field: null, question: '' }

/** The same limit as the server's; the server decides, this one only saves a round trip. */
export const QUESTION_MAX = 20_000
