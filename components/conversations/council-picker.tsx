import { cn } from '@/components/ui/cn.ts'
import { NativeSelect } from '@/components/ui/native-select.tsx'
import { Segmented, SegmentedItem } from '@/components/ui/segmented.tsx'
import type { CouncilChoice, ModelChoice } from './ask-form.ts'

export const SINGLE: CouncilChoice = {
  id: 'single',
  name: 'Single model',
  seats: 1,
  description: 'One model answers alone; nobody reviews it.',
}

// CSS shows what belongs to the chosen council, so the form is right without JavaScript too.
const SHOWN_WITH_CHOICE = [
  'group-has-[label:nth-of-type(1)_:checked]/composer:inline',
  'group-has-[label:nth-of-type(2)_:checked]/composer:inline',
  'group-has-[label:nth-of-type(3)_:checked]/composer:inline',
  'group-has-[label:nth-of-type(4)_:checked]/composer:inline',
]

export type CouncilPickerProps = { councils: CouncilChoice[]; chosen: string; disabled: boolean }

/** Radio group `council`: the councils and, last, a single model. Lives in a form of class `group/composer`. */
export function CouncilPicker({ councils, chosen, disabled }: CouncilPickerProps) {
  return (
    <Segmented legend="Who answers" disabled={disabled}>
      {councils.map((council) => (
        <SegmentedItem
          key={council.id}
          name="council"
          value={council.id}
          defaultChecked={council.id === chosen}
          className="gap-2 px-2.5 sm:px-3"
        >
          {council.name}
          <SeatDots count={council.seats} />
        </SegmentedItem>
      ))}
    </Segmented>
  )
}

/** The sentence about the chosen council. */
export function CouncilDescription({ councils }: { councils: CouncilChoice[] }) {
  return councils.map((council, index) => (
    <span key={council.id} className={cn('hidden', SHOWN_WITH_CHOICE[index])}>
      {council.description}
    </span>
  ))
}

/** Select `model`, shown while `single` is chosen. */
export function ModelPicker({
  models,
  chosen,
  disabled,
}: {
  models: ModelChoice[]
  chosen: string | undefined
  disabled: boolean
}) {
  return (
    <NativeSelect
      name="model"
      aria-label="Model"
      defaultValue={chosen}
      disabled={disabled}
      className="order-last hidden w-full group-has-[[value=single]:checked]/composer:inline-flex sm:order-none sm:w-44"
    >
      {models.map((model) => (
        <option key={model.id} value={model.id}>
          {model.demo ? `${model.name} (offline demo)` : model.name}
        </option>
      ))}
    </NativeSelect>
  )
}

function SeatDots({ count }: { count: number }) {
  return (
    <span aria-hidden className="flex gap-[3px] max-sm:hidden">
      {Array.from({ length: count }, (_, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and never move.
        <span key={seat} className="size-1 rounded-full bg-current opacity-60" />
      ))}
    </span>
  )
}
