import { type ReactNode, useId } from 'react'
import { DemoBadge } from '../runs/seat-name.tsx'

type Seated = { seats: { demo: boolean }[] }

export type ChoiceGroupProps = {
  title: string
  /** Everything in the list. */
  views: Seated[]
  /** The rows; `isDemo` says of one whether it has to carry the badge itself. */
  children: (isDemo: (view: Seated) => boolean) => ReactNode
}

/** A list under a heading. Where nobody in all of it is a language model, that is said once, beside the heading. */
export function ChoiceGroup({ title, views, children }: ChoiceGroupProps) {
  const id = useId()
  const isAllDemo = views.length > 0 && views.every(isDemo)
  return (
    <section aria-labelledby={id}>
      <div className="flex items-center gap-2 px-2.5 pb-1">
        <h3 id={id} className="font-medium text-ink-3 text-xs">
          {title}
        </h3>
        {isAllDemo ? <DemoBadge /> : null}
      </div>
      <ul>{children((view) => !isAllDemo && isDemo(view))}</ul>
    </section>
  )
}

function isDemo({ seats }: Seated): boolean {
  return seats.every((seat) => seat.demo)
}
