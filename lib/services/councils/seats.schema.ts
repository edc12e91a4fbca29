import { z } from 'zod'
import { MEMBERS_MAX, VOTINGS } from '../../core/council/choice.ts'
import { cleanText } from '../../core/kernel/text.ts'

/** Characters of a council's name at most. */
export const NAME_MAX = 60

const model = z.string().min(1, 'Choose a model.').max(200)

const seats = {
  members: z
    .array(model)
    .min(1, 'Choose at least one member.')
    .max(MEMBERS_MAX, `A council has at most ${MEMBERS_MAX} members.`),
  chairman: model,
  voting: z.enum(VOTINGS).optional(),
  reviewers: z.array(z.string().min(1).max(8)).max(32).optional(),
}

/** The seats of one question. */
export const seatsInput = z.strictObject(seats)

/** A council to keep. */
export const councilInput = z.strictObject({
  name: z
    .string()
    .transform((name) => cleanText(name).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'Give it a name.').max(NAME_MAX, `A name has at most ${NAME_MAX} characters.`)),
  ...seats,
})

export type CouncilInput = z.input<typeof councilInput>
