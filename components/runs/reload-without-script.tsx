/** Without JavaScript a running page loads itself again every few seconds, until the answer is there. */
export function ReloadWithoutScript() {
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
      <p className="pb-4 text-ink-2 text-sm">This page loads itself again until the answer is there.</p>
    </noscript>
  )
}
