import { translator } from '@/components/language/current.ts'

const STAGES = ['answer', 'review', 'verdict'] as const

/** What a council does, in three steps on one line. */
export async function Stages() {
  const t = await translator('landing')
  return (
    <ol className="grid gap-x-10 gap-y-5 border-t pt-5 sm:grid-cols-3">
      {STAGES.map((stage, index) => (
        <li key={stage} className="grid grid-cols-[1.75rem_1fr] items-baseline">
          <span aria-hidden className="font-serif text-ink-3 text-title leading-none">
            {index + 1}
          </span>
          <div>
            <h2 className="font-semibold text-sm leading-6">{t(`stages.${stage}.name`)}</h2>
            <p className="text-pretty text-ink-2 text-sm leading-5">{t(`stages.${stage}.text`)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
