import { expect, it } from 'vitest'
import { sendKey } from './send-key.ts'

const press = (init: KeyboardEventInit & { keyCode?: number } = {}) =>
  new KeyboardEvent('keydown', { key: 'Enter', ...init })

it.each([
  ['Enter sends with the chosen council', press(), false, 'current'],
  ['Shift and Enter begin a new line', press({ shiftKey: true }), false, null],
  ['Alt and Enter begin a new line', press({ altKey: true }), false, null],
  ['Enter on touch begins a new line', press(), true, null],
  ['Ctrl and Enter ask a council', press({ ctrlKey: true }), false, 'council'],
  ['Cmd and Enter ask a council, on touch too', press({ metaKey: true }), true, 'council'],
  ['Enter that ends an input method’s composition does not send', press({ isComposing: true }), false, null],
  ['nor does it in Safari, which reports key code 229', press({ keyCode: 229 }), false, null],
  ['other keys are the field’s own', press({ key: 'a' }), false, null],
] as const)('%s', (_guarantee, event, isTouch, outcome) => {
  expect(sendKey(event, { isTouch, enter: 'send' })).toBe(outcome)
})

it.each([
  ['Enter begins a new line', press(), null],
  ['Shift and Enter begin a new line', press({ shiftKey: true }), null],
  ['Ctrl and Enter send with the chosen council', press({ ctrlKey: true }), 'current'],
  ['Cmd, Shift and Enter ask a council', press({ metaKey: true, shiftKey: true }), 'council'],
] as const)('where Enter is to be a new line, %s', (_guarantee, event, outcome) => {
  expect(sendKey(event, { isTouch: false, enter: 'line' })).toBe(outcome)
})
