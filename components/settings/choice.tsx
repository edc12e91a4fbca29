import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn.ts'
import { Segmented, SegmentedItem } from '@/components/ui/segmented.tsx'
import { noteId, SettingRow } from './setting-row.tsx'

/** As high as a finger where one points. */
export const ITEM = 'flex-1 px-3.5 pointer-coarse:h-11'

export type ChoiceProps<Value extends string> = {
  name: string
  label: string
  note?: string
  chosen: Value
  choices: readonly { value: Value; text: ReactNode; lang?: string }[]
  isStacked?: boolean
}

/** One setting with a few answers, all in view. */
export function Choice<Value extends string>({ name, label, note, chosen, choices, isStacked }: ChoiceProps<Value>) {
  return (
    <SettingRow id={name} label={label} note={note} isStacked={isStacked}>
      <Segmented
        legend={label}
        aria-describedby={note ? noteId(name) : undefined}
        className={cn(isStacked && 'flex-wrap')}
      >
        {choices.map(({ value, text, lang }) => (
          <SegmentedItem
            key={value}
            name={name}
            value={value}
            lang={lang}
            defaultChecked={value === chosen}
            className={ITEM}
          >
            <span lang={lang}>{text}</span>
          </SegmentedItem>
        ))}
      </Segmented>
    </SettingRow>
  )
}
