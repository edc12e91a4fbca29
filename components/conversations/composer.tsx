'use client'

import { ArrowUp } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react'
import { type CouncilChoice, type ModelChoice, SINGLE } from '@/components/councils/choices.ts'
import type { CouncilAction } from '@/components/councils/council-form.ts'
import { Button } from '@/components/ui/button.tsx'
import { cn } from '@/components/ui/cn.ts'
import { Kbd } from '@/components/ui/kbd.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import type { AskAction, AskFormState } from './ask-form.ts'
import { CharacterCount } from './character-count.tsx'
import { CouncilPicker } from './council-picker.tsx'
import { draftKey } from './drafts.ts'
import { Examples } from './examples.tsx'
import { sendKey } from './send-key.ts'
import { type AskHere, useAsk } from './use-ask.ts'
import { useAutoGrow } from './use-auto-grow.ts'
import { useDraft } from './use-draft.ts'

export type ComposerProps = {
  action: AskAction
  councils: CouncilChoice[]
  models: ModelChoice[]
  keepCouncil: CouncilAction
  idempotencyKey: string
  initial?: AskFormState
  /** Continues this conversation; left out, the question begins a new one. */
  conversationId?: string
  /** Asks without leaving the page where there is JavaScript; left out, the form's action does. */
  askHere?: AskHere
  /** The question was taken, but is not on the page yet. */
  isBusy?: boolean
  defaultCouncil?: string
  placeholder?: string
  /** Questions to begin with, under the box. */
  examples?: string[]
  variant: 'landing' | 'page'
}

/** At the foot of the reading column, clear of a phone's home bar. */
const PAGE = 'pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]'

const TOUCH = '(pointer: coarse)'

/** The question box: a plain HTML form that JavaScript makes more comfortable. */
export function Composer({
  variant,
  conversationId,
  idempotencyKey,
  councils,
  models,
  keepCouncil,
  ...props
}: ComposerProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const asking = useAsk(props.action, props.initial, props.askHere)
  const { state, served, formAction, send } = asking
  const isSending = asking.isSending || props.isBusy === true
  const draft = useDraft(draftKey(conversationId), served.question, field)
  useAutoGrow(field, draft.text)
  const standard = props.defaultCouncil ?? 'standard'

  function pick(example: string) {
    draft.write(example)
    field.current?.focus()
  }

  function ask(form: FormData) {
    if (isSending) return
    send(form, { onAsked: props.askHere ? asked : draft.drop, onRefused: () => field.current?.focus() })
  }

  function asked() {
    draft.clear()
    // the keyboard of a phone gives way to the answer
    if (matchMedia(TOUCH).matches) field.current?.blur()
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    ask(new FormData(event.currentTarget))
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const key = sendKey(event.nativeEvent, matchMedia(TOUCH).matches)
    const form = event.currentTarget.form
    if (!key || !form) return
    event.preventDefault()
    const body = new FormData(form)
    if (key === 'council' && body.get('council') === SINGLE) body.set('council', standard)
    ask(body)
  }

  return (
    <form
      action={formAction}
      onSubmit={submit}
      aria-busy={isSending}
      className={cn('group/composer', variant === 'page' && PAGE)}
    >
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {conversationId ? <input type="hidden" name="conversationId" value={conversationId} /> : null}
      <div className="rounded-lg border border-line-strong bg-surface outline-accent has-[textarea:focus]:border-accent has-[textarea:focus]:outline-1 has-[textarea[aria-invalid=true]]:border-fail">
        <label htmlFor={`${id}-question`} className="sr-only">
          Your question
        </label>
        <Textarea
          ref={field}
          id={`${id}-question`}
          name="question"
          rows={variant === 'landing' ? 3 : 1}
          value={draft.text}
          readOnly={isSending}
          onChange={(event) => draft.write(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={props.placeholder ?? 'What would you like more than one opinion on?'}
          aria-invalid={state.error !== null && state.field === 'question'}
          aria-describedby={`${id}-error ${id}-about`}
          className={cn(
            'overflow-y-auto border-0 bg-transparent px-4 pt-3.5 pb-2 outline-none',
            variant === 'landing' ? 'max-h-[38dvh] min-h-24 text-lg' : 'max-h-[32dvh] min-h-12',
          )}
        />
        <div className="flex flex-wrap items-center gap-2 p-2">
          <CouncilPicker
            councils={councils}
            models={models}
            chosen={standard}
            keep={keepCouncil}
            disabled={isSending}
          />
          <div className="ml-auto flex items-center gap-3">
            <CharacterCount text={draft.text} />
            <Button type="submit" disabled={isSending} className="max-sm:w-11 max-sm:px-0 sm:min-w-26">
              <span className="max-sm:sr-only">{isSending ? 'Asking…' : 'Ask'}</span>
              <ArrowUp aria-hidden className={isSending ? 'animate-breathe' : undefined} />
            </Button>
          </div>
        </div>
      </div>
      <p id={`${id}-error`} role="alert" className={cn('px-1 pt-2 text-fail text-sm', state.error ? null : 'hidden')}>
        {state.error}
      </p>
      <p
        id={`${id}-about`}
        className="hidden items-center justify-end gap-1 px-1 pt-2 text-ink-3 text-xs sm:flex pointer-coarse:hidden"
      >
        <Kbd>↵</Kbd> sends, <Kbd>⇧</Kbd>
        <Kbd>↵</Kbd> new line
      </p>
      {props.examples ? <Examples questions={props.examples} onPick={pick} /> : null}
    </form>
  )
}
