import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Looks at the page in both themes; answers nothing when axe finds nothing beside what was `waived`. */
export async function findings(page: Page, { waived = [], within }: { waived?: string[]; within?: string } = {}) {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    const axe = new AxeBuilder({ page }).disableRules(waived)
    const { violations } = await (within ? axe.include(within) : axe).analyze()
    for (const { id, nodes } of violations) {
      for (const node of nodes)
        found.push(`${theme}, ${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? node.failureSummary}`)
    }
  }
  return found
}
