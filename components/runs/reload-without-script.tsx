import { translator } from '../language/current.ts'

/** Without JavaScript a running page loads itself again every few seconds, until the answer is there. */
export async function ReloadWithoutScript() {
  const t = await translator('runs')
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
      <p className="pb-4 text-ink-2 text-sm">{t('reload')}</p>
    </noscript>
  )
}
