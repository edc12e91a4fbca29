import type { SeatId } from '@/lib/core/council/types.ts'

/** The place of a final answer among the texts of a run. Another answer that is taken in its stead has another place. */
export function answerSlot({ seat, text }: { seat: SeatId; text: string }): string {
  return `answer ${seat} ${text.length}`
}

/** The place of what a question has beside its headline. */
export const QUESTION_SLOT = 'question'
