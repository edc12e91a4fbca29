'use client'

import { createContext, type ReactNode, use } from 'react'
import type { LedgerSum } from '@/lib/core/ledger/types.ts'

/** `sum` null: the run had not ended when its page was made. */
type LedgerSource = { from: 'ledger'; sum: LedgerSum | null; fetchFn?: typeof fetch | undefined }

/** Where a receipt takes its figures from: the ledger, or the run itself where it is a recording that nobody charged. */
export type Charges = { from: 'run' } | LedgerSource

const Source = createContext<Charges>({ from: 'run' })

/** Receipts below it read the ledger; `sum` is what the server found there. Needs ClientProvider above. */
export function LedgerCharges({ children, ...given }: Omit<LedgerSource, 'from'> & { children: ReactNode }) {
  return <Source value={{ from: 'ledger', ...given }}>{children}</Source>
}

export function useCharges(): Charges {
  return use(Source)
}
