/** How far below the top of the screen a turn may begin and still be the one that is read. */
const NEAR_TOP_PX = 120

/** Moves to the next turn of the page or the one before: it scrolls to its question, which has the focus and is read out. */
export function goToTurn(direction: 'next' | 'previous'): void {
  const turns = allTurns()
  const current = turns.indexOf(currentTurn(turns) as HTMLElement)
  const isPastItsStart = current >= 0 && (turns[current]?.getBoundingClientRect().top ?? 0) < -NEAR_TOP_PX
  const step = direction === 'next' ? 1 : isPastItsStart ? 0 : -1
  const turn = turns[Math.min(Math.max(current + step, 0), turns.length - 1)]
  const question = turn?.querySelector<HTMLElement>('h2')
  if (!turn || !question) return
  turn.scrollIntoView({ block: 'start' })
  question.tabIndex = -1
  question.focus({ preventScroll: true })
}

/** Opens the answer of the n-th member of the turn that is read, and puts the focus on it; a second time folds a line. */
export function goToSeat(n: number): void {
  const turns = allTurns()
  const turn = currentTurn(turns) ?? turns[0]
  if (!turn) return
  // while the verdict is written the members are a line at the foot of the screen
  const docked = turn.querySelector<HTMLElement>('[data-opens-seats]')
  docked?.click()
  if (docked) requestAnimationFrame(() => requestAnimationFrame(() => focusSeat(turn, n)))
  else focusSeat(turn, n)
}

function focusSeat(turn: HTMLElement, n: number): void {
  turn.querySelector<HTMLElement>(`[data-seat-tab=s${n}]`)?.click()
  const seat = turn.querySelector<HTMLElement>(`[data-seat=s${n}]`)
  if (!seat) return
  const line = seat.closest('details')
  if (line) line.open = !(line.open && document.activeElement === seat)
  const isFolded = line?.open === false
  // a pane behind its tab is drawn after this event
  requestAnimationFrame(() => {
    seat.scrollIntoView({ block: isFolded ? 'nearest' : 'center' })
    seat.focus({ preventScroll: true })
  })
}

function allTurns(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-turn]')]
}

/** The turn with the focus in it while it is on screen, else the last one that begins near the top or above. */
function currentTurn(turns: HTMLElement[]): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('[data-turn]')
  if (focused && isOnScreen(focused)) return focused
  return turns.findLast((turn) => turn.getBoundingClientRect().top <= NEAR_TOP_PX)
}

function isOnScreen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}
