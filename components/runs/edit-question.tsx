'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState, useTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { api } from '@/lib/client/api.ts'
import { useStartRun } from '@/lib/client/use-start-run.ts'
import { sameSeats } from '@/lib/core/council/same-seats.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { pinRun } from '../conversations/pins.ts'
import { sendKey } from '../conversations/send-key.ts'
import { useAskWords } from '../conversations/use-ask-words.ts'
import { useSettings } from '../settings/settings-context.tsx'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/textarea.tsx'

/** The question as a field: sent, it is asked of the same council as a branch; what was there stays. */
export function EditQuestion({ headingId, run, onClose }: { headingId: string; run: RunState; onClose(): void }) {
  const t = useTranslations()
  const { questionProblem, refusalOf } = useAskWords()
  const { enter } = useSettings()
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const start = useStartRun(api)
  const [text, setText] = useState(run.question)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, startSending] = useTransition()

  useEffect(() => {
    const area = field.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])

  function send() {
    const reason = questionProblem(text)
    setProblem(reason)
    if (reason !== null || isSending) return
    startSending(async () => {
      try {
        const place = { conversationId: run.conversationId, editsTurnId: run.turnId }
        const made = await start({ question: text, ...sameSeats(run.plan), ...place })
        pinRun(made.id)
        router.refresh()
      } catch (error) {
        setProblem(refusalOf(error).error)
        field.current?.focus()
      }
    })
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Escape') return onClose()
    if (sendKey(event.nativeEvent, { isTouch: matchMedia('(pointer: coarse)').matches, enter }) === null) return
    event.preventDefault()
    send()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  return (
    <form onSubmit={submit} aria-busy={isSending} className="mx-auto w-full max-w-(--width-read)">
      <label id={headingId} htmlFor={`${headingId}-edit`} className="mb-2 block text-ink-3 text-xs">
        {t('branches.editLabel')}
      </label>
      <Textarea
        ref={field}
        id={`${headingId}-edit`}
        value={text}
        rows={2}
        readOnly={isSending}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        aria-invalid={problem !== null}
        aria-describedby={`${headingId}-problem`}
        className="max-h-[50dvh] overflow-y-auto text-lg leading-snug"
      />
      <p id={`${headingId}-problem`} role="alert" className={problem ? 'mt-2 text-fail text-sm' : 'hidden'}>
        {problem}
      </p>
      <div className="mt-3 flex justify-end gap-2">
        <Button variant="ghost" size="sm" className="pointer-coarse:h-11" onClick={onClose}>
          {t('picker.cancel')}
        </Button>
        <Button type="submit" size="sm" className="pointer-coarse:h-11" disabled={isSending}>
          {t(isSending ? 'composer.asking' : 'composer.ask')}
        </Button>
      </div>
    </form>
  )
}
