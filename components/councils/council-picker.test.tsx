import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it } from 'vitest'
import { CouncilPicker, type CouncilPickerProps } from '../conversations/council-picker.tsx'
import { OFFER, ownCouncil, withReviewersApart } from './choices.fixture.ts'
import { type CouncilFormState, NOTHING_KEPT } from './council-form.ts'

afterEach(cleanup)

const picker = () => screen.getByRole('button', { name: /^Who answers:/ })
const click = (element: HTMLElement) => act(async () => fireEvent.click(element))

/** The picker in a form; answers what the form would send and how often it was sent. */
function show(props: Partial<CouncilPickerProps> = {}) {
  let submits = 0
  const count = () => {
    submits += 1
  }
  const element = (more: Partial<CouncilPickerProps> = {}) => (
    <form aria-label="Question" onSubmit={count}>
      <CouncilPicker
        {...OFFER}
        chosen="standard"
        keep={async () => NOTHING_KEPT}
        disabled={false}
        {...props}
        {...more}
      />
    </form>
  )
  const { rerender } = render(element())
  return {
    sent: () => Object.fromEntries(new FormData(screen.getByRole('form', { name: 'Question' }))),
    submits: () => submits,
    show: (more: Partial<CouncilPickerProps>) => rerender(element(more)),
  }
}

async function openChooser() {
  await click(picker())
  await click(await screen.findByRole('button', { name: 'Choose members…' }))
}

const member = (number: number) => screen.getByRole<HTMLSelectElement>('combobox', { name: `Member ${number}` })
const reviews = (who: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `${who} reviews` })

it('says who is chosen, what that takes, and what is not known', () => {
  const unknown = { durationMs: null, cost: { status: 'unpriced' as const, picoUsd: null, estimated: true } }
  show({ councils: [ownCouncil({ typical: unknown })], chosen: 'cou_1' })
  expect(picker().textContent).toBe('Who answers: Plaintime and cost unknown')
})

it('lists presets, own councils and models, and closes with the choice on the button and in the form', async () => {
  const { sent } = show({ councils: [...OFFER.councils, ownCouncil()] })
  await click(picker())
  const standard = await screen.findByRole('button', { name: /^Standard/ })
  expect(standard.getAttribute('aria-current')).toBe('true')
  expect(document.activeElement).toBe(standard)
  expect(screen.getByRole('link', { name: 'Change “Plain”' }).getAttribute('href')).toBe('/councils?edit=cou_1')
  await click(screen.getByRole('button', { name: /^Plain/ }))
  expect(screen.queryByRole('button', { name: /^Quick/ })).toBeNull()
  expect(picker().textContent).toContain('Plain')
  await waitFor(() => expect(document.activeElement).toBe(picker()))
  expect(sent()).toMatchObject({ council: 'cou_1' })
})

it('says who reviews where that is neither member nor chairman, and begins a choice of seats with the others', async () => {
  const { sent } = show({ councils: OFFER.councils.map(withReviewersApart) })
  await click(picker())
  const standard = await screen.findByRole('button', { name: /^Standard/ })
  expect(standard.textContent).toContain(
    'Archivist, Skeptic, Teacher and Analyst answer, reviewed by Elm and Fir; Editor writes the verdict.',
  )
  await click(screen.getByRole('button', { name: 'Choose members…' }))
  expect([1, 2, 3, 4].map((number) => member(number).value)).toEqual([
    'demo/archivist',
    'demo/skeptic',
    'demo/teacher',
    'demo/analyst',
  ])
  await click(screen.getByRole('button', { name: 'Use for this question' }))
  expect(JSON.parse(String(sent().seats))).toMatchObject({
    chairman: 'demo/editor',
    reviewers: ['s1', 's2', 's3', 's4'],
  })
})

it('does not let a council be chosen whose model is gone, and says which', async () => {
  show({ councils: [...OFFER.councils, ownCouncil({ missing: ['x/gone'] })] })
  await click(picker())
  const row = await screen.findByRole<HTMLButtonElement>('button', { name: /^Plain/ })
  expect([row.disabled, row.textContent]).toEqual([true, expect.stringContaining('Not here now: x/gone.')])
})

it('goes back to the standard council when the chosen one was deleted', () => {
  const { show: again, sent } = show({ councils: [...OFFER.councils, ownCouncil()], chosen: 'cou_1' })
  expect(sent()).toMatchObject({ council: 'cou_1' })
  again({ councils: OFFER.councils, chosen: 'standard' })
  expect(sent()).toMatchObject({ council: 'standard' })
})

it('takes seats for this question: beginning with the chosen council, by seat, without sending the question', async () => {
  const { sent, submits } = show()
  await openChooser()
  fireEvent.change(member(1), { target: { value: 'demo/editor' } })
  await click(screen.getByRole('button', { name: 'Remove member 4' }))
  fireEvent.change(screen.getByRole('combobox', { name: 'Chairman' }), { target: { value: 'demo/analyst' } })
  await click(screen.getByRole('button', { name: 'Use for this question' }))
  expect(JSON.parse(String(sent().seats))).toEqual({
    members: ['demo/editor', 'demo/skeptic', 'demo/teacher'],
    chairman: 'demo/analyst',
    voting: 'rank_and_score',
    reviewers: ['s1', 's2', 's3', 's4'],
  })
  expect([sent().council, submits()]).toEqual(['custom', 0])
  expect(picker().textContent).toContain('Own choice')
})

it('lets four members and more choose who reviews, and says when too few do', async () => {
  show()
  await openChooser()
  expect(reviews('Chairman').checked).toBe(false)
  await click(reviews('Member 2'))
  expect(screen.getByRole('alert').textContent).toMatch(/^At least 4 review/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Use for this question' }).disabled).toBe(true)
  await click(reviews('Chairman'))
  expect(screen.getByRole('alert').textContent).toBe('')
  await click(screen.getByRole('button', { name: 'Remove member 4' }))
  await click(reviews('Member 2'))
  expect(reviews('Member 2').checked).toBe(true)
})

it('has nobody review where that is chosen, or where one member has nobody to be compared with', async () => {
  const { sent } = show({ chosen: 'quick' })
  await openChooser()
  await click(screen.getByRole('button', { name: 'Remove member 3' }))
  await click(screen.getByRole('button', { name: 'Remove member 2' }))
  await click(screen.getByRole('radio', { name: 'Rank and score' }))
  expect(screen.getByRole('alert').textContent).toMatch(/^One answer has nothing to be compared with/)
  await click(screen.getByRole('radio', { name: 'No review' }))
  await click(screen.getByRole('button', { name: 'Use for this question' }))
  expect(JSON.parse(String(sent().seats))).toMatchObject({ members: ['demo/archivist'], voting: 'none', reviewers: [] })
})

it('keeps seats under a name and takes the new council; what stands against it is said', async () => {
  const asked: Record<string, FormDataEntryValue[]>[] = []
  const answers: CouncilFormState[] = [
    { ...NOTHING_KEPT, error: 'Give it a name.', field: 'name' },
    { ...NOTHING_KEPT, kept: 'cou_1' },
  ]
  const keep = async (_previous: CouncilFormState, form: FormData) => {
    asked.push({
      members: form.getAll('member').filter(Boolean),
      name: form.getAll('name'),
      voting: form.getAll('voting'),
    })
    return answers[asked.length - 1] as CouncilFormState
  }
  const { sent, show: again } = show({ chosen: 'quick', keep })
  await openChooser()
  await click(screen.getByRole('button', { name: 'Keep as a council…' }))
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
  fireEvent.change(name, { target: { value: 'Mine' } })
  const form = name.closest('form') as HTMLFormElement
  await click(within(form).getByRole('button', { name: 'Keep' }))
  expect(within(form).getByRole('alert').textContent).toBe('Give it a name.')
  await click(within(form).getByRole('button', { name: 'Keep' }))
  expect(asked[1]).toEqual({
    members: ['demo/archivist', 'demo/skeptic', 'demo/teacher'],
    name: ['Mine'],
    voting: ['rank_and_score'],
  })
  again({ councils: [...OFFER.councils, ownCouncil()] })
  expect(sent()).toMatchObject({ council: 'cou_1' })
})

it('is a plain select without JavaScript, with councils of one’s own and all that can be asked', () => {
  const councils = [...OFFER.councils, ownCouncil(), ownCouncil({ id: 'cou_2', missing: ['x/gone'] })]
  const props = { ...OFFER, councils, chosen: 'cou_1', keep: async () => NOTHING_KEPT, disabled: false }
  document.body.innerHTML = renderToString(<CouncilPicker {...props} />)
  const select = document.querySelector<HTMLSelectElement>('select[name=council]')
  expect([...(select?.options ?? [])].map((option) => option.value)).toEqual(['quick', 'standard', 'cou_1', 'single'])
  expect(select?.querySelector('option[selected]')?.getAttribute('value')).toBe('cou_1')
  expect(select?.closest('span')?.className).toContain('noscript:inline-flex')
  document.body.innerHTML = ''
})
