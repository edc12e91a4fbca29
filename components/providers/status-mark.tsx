import { CircleCheck, CircleDashed, CircleX, KeyRound, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Badge, type BadgeProps } from '@/components/ui/badge.tsx'
import type { ProviderResource } from '@/lib/client/provider-stream.ts'

type Status = ProviderResource['status']

const LOOKS: Record<Status, { Icon: LucideIcon; tone: BadgeProps['tone'] }> = {
  operational: { Icon: CircleCheck, tone: 'neutral' },
  degraded: { Icon: TriangleAlert, tone: 'warn' },
  down: { Icon: CircleX, tone: 'fail' },
  misconfigured: { Icon: KeyRound, tone: 'fail' },
  unknown: { Icon: CircleDashed, tone: 'neutral' },
}

/** The status of a provider as a word, a shape and a colour. */
export function StatusMark({ status }: { status: Status }) {
  const t = useTranslations('providers')
  const { Icon, tone } = LOOKS[status]
  return (
    <Badge tone={tone} className="shrink-0">
      <Icon aria-hidden className="size-3" />
      {t(`statuses.${status}`)}
    </Badge>
  )
}
