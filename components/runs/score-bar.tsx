/** A score from 0 to 1 as a bar, with a tick where chance alone would put it. Drawn as SVG: no style attributes. */
export function ScoreBar({ score }: { score: number }) {
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden className="h-3 w-full">
      <rect x="0" y="5.5" width="100" height="1" className="fill-line" />
      <rect x="0" y="3.5" width={Math.round(score * 1000) / 10} height="5" className="fill-ink-2" />
      <rect x="49.75" y="0" width="0.5" height="12" className="fill-ink" />
    </svg>
  )
}
