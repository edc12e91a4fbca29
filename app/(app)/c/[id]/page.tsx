import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Composer } from '@/components/conversations/composer.tsx'
import { PinnedTurns } from '@/components/conversations/pinned-turns.tsx'
import { DeviceLinkButton } from '@/components/layout/device-link.tsx'
import { LiveRun } from '@/components/runs/live-run.tsx'
import { AppError } from '@/lib/core/kernel/errors.ts'
import { composerProps } from '../../../form-props.ts'
import { askAction, deviceLinkAction } from '../../actions.ts'
import { readThread } from './thread.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const thread = await readThread((await params).id).catch(orMissing)
  return { title: thread?.title ?? 'Not found', robots: { index: false } }
}

export default async function ConversationPage({ params }: Props) {
  const { id } = await params
  const thread = (await readThread(id).catch(orMissing)) ?? notFound()
  return (
    <div className="px-5 pb-6 sm:px-8">
      <div className="mx-auto flex h-14 max-w-(--width-wide) items-center justify-end">
        <DeviceLinkButton createLink={deviceLinkAction} />
      </div>
      <PinnedTurns turnIds={thread.turns.map((turn) => turn.id)}>
        {thread.turns.map((turn) => (
          <section key={turn.id} id={turn.id} className="scroll-mt-6 pb-16">
            <LiveRun key={turn.run.id} initial={turn.run} />
          </section>
        ))}
      </PinnedTurns>
      <div className="mx-auto max-w-(--width-read)">
        <Composer
          {...(await composerProps())}
          action={askAction}
          conversationId={id}
          placeholder="Ask a follow-up"
          variant="page"
        />
      </div>
    </div>
  )
}

function orMissing(error: unknown): null {
  if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'UNAUTHENTICATED')) return null
  throw error
}
