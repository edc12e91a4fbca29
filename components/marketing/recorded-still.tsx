import { translator } from '@/components/language/current.ts'
import recorded from '@/components/runs/recorded-run.json' with { type: 'json' }

const { question, plan } = recorded.seed

/** The recorded run before it begins: the same places at the same size, without anything that moves. */
export async function RecordedStill() {
  const t = await translator('runs')
  const steps = [t('stages.answers', { done: 0, all: plan.members.length }), t('stages.reviews'), t('verdict')]
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div className="@container px-4 pt-4 sm:px-6 sm:pt-5">
        <p className="font-semibold text-lg leading-snug tracking-[-0.008em]">{question}</p>
        <div className="mt-3 flex h-12 items-start">
          <div className="mt-3 grid min-w-0 flex-1 auto-cols-fr grid-flow-col gap-1 text-2xs text-ink-3 @lg:text-xs">
            {steps.map((step) => (
              <span key={step} className="truncate border-line border-t pt-1.5">
                {step}
              </span>
            ))}
          </div>
        </div>
        <div className="grid h-80 auto-rows-[minmax(0,1fr)] grid-cols-2 gap-x-5 gap-y-3">
          {plan.members.map((member) => (
            <div key={member} className="flex h-9 items-center border-line border-t-2 font-medium text-xs">
              {plan.seats.find((seat) => seat.id === member)?.name}
            </div>
          ))}
        </div>
      </div>
      <p className="h-11 truncate border-line border-t pl-4 text-ink-3 text-xs leading-11 sm:pl-6">{t('recorded')}</p>
    </div>
  )
}
