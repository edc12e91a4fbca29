import type { RunActions } from '@/lib/client/use-run-actions.ts'
import { finalAnswer } from '@/lib/core/council/select.ts'
import type { RunState } from '@/lib/core/council/state.ts'
import { messageKind } from '../threads/about-message.ts'
import { MessageThreads } from '../threads/message-threads.tsx'
import { AgainMenu } from './again-menu.tsx'
import { Receipt } from './receipt.tsx'
import { SiblingSwitch } from './sibling-switch.tsx'
import type { TurnTools } from './turn-tools.ts'

/** Under an answer: other answers to the same question, ways to one more, and the receipt. */
export function AnswerFoot({
  run,
  actions,
  tools,
}: {
  run: RunState
  actions: RunActions | null
  tools: TurnTools | null
}) {
  return (
    <div className="mx-auto w-full max-w-(--width-read) space-y-1">
      {tools && actions && (
        <div className="-ml-2 flex min-h-8 flex-wrap items-center gap-1">
          <SiblingSwitch siblings={tools.runs} what="answer" conversationId={run.conversationId} show={tools.show} />
          <AgainMenu run={run} actions={actions} chairmen={tools.chairmen} />
          {finalAnswer(run) && <MessageThreads seat={null} what={messageKind(run.plan.kind, null)} />}
        </div>
      )}
      {run.calls.length > 0 && <Receipt run={run} />}
    </div>
  )
}
