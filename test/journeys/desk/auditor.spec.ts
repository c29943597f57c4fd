import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { until } from '../mailbox.ts'
import { atWork, someName } from './days.ts'
import { joins } from './people.ts'

for (const [name, language, screen] of [['phone', 'en', phone], ['desktop', 'nl', desktop]] as const) {
  const what = 'the day of an auditor: who looked at whom, the chain, the export, and nothing changed'
  test(`${name}: ${what}`, async ({ otherDevice, origin }) => {
    test.setTimeout(240_000)
    const person = someName()
    await joins(origin, { legalName: person })
    const { page, t, to, opens } = await atWork(otherDevice, origin, ['auditor'], { language, name: 'Voorbeeld Accountant', screen })

    await opens(person)
    await expect(page.getByLabel(t('desk.person.noteText'))).toHaveCount(0)
    await expect(page.locator('a[href$="/erase"]')).toHaveCount(0)
    await to('/journal?what=casework.opened')
    await expect(page.locator('.journal-list')).toContainText('Voorbeeld Accountant')

    await to('/journal/verify')
    await page.getByRole('button', { name: t('desk.journal.verify.start') }).click()
    await until('the check of the chain', async () => {
      await page.goto(`${origin}/${language}/desk/journal/verify`)
      return (await page.locator('.notice.success').count()) > 0 || undefined
    }, 60)
    await expectNoSideways(page)

    await to('/journal/export')
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: t('desk.journal.export.button') }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.ndjson$/)

    for (const path of ['/bulk', '/erasures', '/roles', '/organisers', '/payments', '/duplicates', '/signals']) await to(path)
    await to('/bulk')
    await expect(page.getByRole('link', { name: t('desk.bulk.new') })).toHaveCount(0)
  })
}
