'use client'

import { ArrowUp } from 'lucide-react'
import { type FormEvent, Fragment, type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl/react'
import { type CouncilChoice, type ModelChoice, SINGLE } from '@/components/councils/choices.ts'
import type { CouncilAction } from '@/components/councils/council-form.ts'
import { ProviderNotice } from '@/components/providers/provider-notice.tsx'
import { useSettings } from '@/components/settings/settings-context.tsx'
import { Button } from '@/components/ui/button.tsx'
import { cn } from '@/components/ui/cn.ts'
import type { AskAction, AskFormState } from './ask-form.ts'
import { CharacterCount } from './character-count.tsx'
import { CouncilPicker } from './council-picker.tsx'
import { draftKey } from './drafts.ts'
import { Examples } from './examples.tsx'
import { hasMarkdown, PreviewToggle } from './preview-toggle.tsx'
import { QuestionField } from './question-field.tsx'
import { SendHint } from './send-hint.tsx'
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
  /** What is asked now waits for its turn. */
  isQueueing?: boolean
  /** Arrow up in the empty box: brings back what waits. */
  onRecall?: () => void
  /** The box, for whoever writes into it. */
  fieldRef?: RefObject<HTMLTextAreaElement | null>
  defaultCouncil?: string
  /** Providers of that council that cannot answer now. */
  broken?: string[]
  /** The model to begin with where a single one answers. */
  defaultModel?: string
  /** Where the text is kept; left out, with its conversation. */
  draft?: string
  placeholder?: string
  /** Questions to begin with, under the box. */
  examples?: string[]
  variant: 'landing' | 'page'
}

/** At the foot of the reading column, clear of a phone's home bar. */
const PAGE = 'pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]'
const TOUCH = '(pointer: coarse)'
const STANDARD = 'standard'

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
  const t = useTranslations('composer')
  const { enter } = useSettings()
  const id = useId()
  const ownField = useRef<HTMLTextAreaElement>(null)
  const field = props.fieldRef ?? ownField
  const [isPreviewed, setPreviewed] = useState(false)
  const asking = useAsk(props.action, props.initial, props.askHere)
  const { state, served, formAction } = asking
  const isSending = asking.isSending || props.isBusy === true
  const draft = useDraft(props.draft ?? draftKey(conversationId), served.question, field)
  useAutoGrow(field, draft.text)
  const label = t(isSending ? 'asking' : props.isQueueing ? 'askNext' : 'ask')
  const chosen = props.defaultCouncil ?? STANDARD

  function write() {
    // a hidden field takes no focus
    flushSync(() => setPreviewed(false))
    field.current?.focus()
  }

  function pick(example: string) {
    draft.change({ text: example })
    write()
  }

  function ask(form: FormData) {
    if (isSending) return
    form.set('question', draft.whole)
    asking.send(form, { onAsked: props.askHere ? asked : draft.drop, onRefused: write })
  }

  function asked() {
    draft.clear()
    setPreviewed(false)
    // the keyboard of a phone gives way to the answer
    if (matchMedia(TOUCH).matches) field.current?.blur()
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    ask(new FormData(event.currentTarget))
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { form } = event.currentTarget
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) return event.currentTarget.blur()
    if (event.key === 'ArrowUp' && draft.whole === '' && props.onRecall) {
      event.preventDefault()
      return props.onRecall()
    }
    const key = sendKey(event.nativeEvent, { isTouch: matchMedia(TOUCH).matches, enter })
    if (!key || !form) return
    event.preventDefault()
    const body = new FormData(form)
    if (key === 'council' && body.get('council') === SINGLE) body.set('council', chosen === SINGLE ? STANDARD : chosen)
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
      <ProviderNotice ids={props.broken ?? []} />
      <div className="rounded-lg border border-line-strong bg-surface outline-accent has-[textarea:focus]:border-accent has-[textarea:focus]:outline-1 has-[textarea[aria-invalid=true]]:border-fail">
        <QuestionField
          ref={field}
          id={`${id}-question`}
          draft={draft}
          isSending={isSending}
          isInvalid={state.error !== null && state.field === 'question'}
          isPreviewed={isPreviewed}
          onKeyDown={onKeyDown}
          onWrite={write}
          placeholder={props.placeholder ?? t('placeholder')}
          describedBy={`${id}-error ${id}-about`}
          size={variant === 'landing' ? 'large' : 'small'}
        />
        <div className="flex flex-wrap items-center gap-2 p-2">
          <CouncilPicker
            councils={councils}
            models={models}
            chosen={chosen}
            model={props.defaultModel}
            keep={keepCouncil}
            disabled={isSending}
          />
          <div className="ml-auto flex items-center gap-2">
            <CharacterCount text={draft.whole} />
            {(isPreviewed || hasMarkdown(draft.whole)) && (
              <PreviewToggle isPreviewed={isPreviewed} onToggle={() => (isPreviewed ? write() : setPreviewed(true))} />
            )}
            <Button type="submit" disabled={isSending} className="max-sm:size-11 max-sm:px-0 sm:min-w-30">
              {/* a new label is a new element: one that was not there has not moved */}
              <Fragment key={label}>
                <span className="max-sm:sr-only">{label}</span>
                <ArrowUp aria-hidden className={isSending ? 'animate-breathe' : undefined} />
              </Fragment>
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
        <SendHint />
      </p>
      {props.examples ? <Examples questions={props.examples} onPick={pick} /> : null}
    </form>
  )
}
