const STAGES = [
  { name: 'First opinions', text: 'Members answer side by side. None sees what another writes.' },
  { name: 'Peer review', text: 'Each reads the other answers under letters, not names, scores and ranks them.' },
  { name: 'Verdict', text: 'A chairman writes the answer that stands. Every ballot stays in view.' },
]

/** What a council does, in three steps on one line. */
export function Stages() {
  return (
    <ol className="grid gap-x-10 gap-y-5 border-t pt-5 sm:grid-cols-3">
      {STAGES.map(({ name, text }, index) => (
        <li key={name} className="grid grid-cols-[1.75rem_1fr] items-baseline">
          <span aria-hidden className="font-serif text-ink-3 text-title leading-none">
            {index + 1}
          </span>
          <div>
            <h2 className="font-semibold text-sm leading-6">{name}</h2>
            <p className="text-pretty text-ink-2 text-sm leading-5">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
