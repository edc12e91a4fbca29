import { encode } from 'uqr'

/** Quiet modules around the code, as ISO/IEC 18004 asks. */
const BORDER = 4

/** A text as a QR code, drawn as one path. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { border: BORDER })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
      fill="#000"
    >
      <path d={pathOf(data)} />
    </svg>
  )
}

/** A run of dark modules in a row is one rectangle. */
function pathOf(rows: boolean[][]): string {
  const pieces: string[] = []
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x]) x++
      pieces.push(`M${start} ${y}h${x - start}v1h-${x - start}z`)
    }
  })
  return pieces.join('')
}
