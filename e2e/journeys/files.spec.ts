import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findings } from '../pages/axe.ts'
import { runOn } from '../pages/run.ts'
import { expect, PHONE, test, WIDE } from './journey.ts'

const fixtures = path.resolve(import.meta.dirname, '../../lib/core/importing/fixtures')
// The broken file is refused.
test.use({ provoked: /status of 422/ })

const original = path.join(fixtures, 'original.json')

for (const [name, device] of Object.entries({ wide: WIDE, phone: PHONE })) {
  test.describe(name, () => {
    test.use(device)

    test('a first visitor imports files, opens one and takes it away again', async ({ page }) => {
      await page.goto('/import')
      const files = page.getByRole('list', { name: 'Files' })
      const broken = { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"messages":7}') }
      await page.getByLabel('Choose files').setInputFiles([original, path.join(fixtures, 'dmitrybmsk.json')])
      await expect(files.getByRole('link', { name: 'Blue sky' })).toBeVisible()
      await expect(files.getByText(/Kept, but not understood:.*username/)).toBeVisible()
      await page.getByLabel('Choose files').setInputFiles([broken])
      await expect(files.getByText('messages: Expected a list.')).toBeVisible()
      await page.getByLabel('Choose files').setInputFiles([original])
      await expect(files.getByText('1 question, was here already')).toBeVisible()
      expect(await findings(page)).toEqual([])

      await files.getByRole('link', { name: 'Blue sky' }).first().click()
      const run = runOn(page)
      await expect(run.verdict).toContainText('Because air scatters blue light most.')
      await expect(run.receipt).toContainText('imported, charged elsewhere')
      await page.getByText('Export', { exact: true }).click()
      expect(await findings(page)).toEqual([])
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Markdown' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe('blue-sky.md')
      expect(readFileSync(await file.path(), 'utf8')).toContain('# Blue sky')
    })
  })
}
