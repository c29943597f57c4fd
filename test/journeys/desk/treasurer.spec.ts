import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { atWork, someName } from './days.ts'
import { joins } from './people.ts'

for (const [name, language, screen] of [['phone', 'nl', phone], ['desktop', 'en', desktop]] as const) {
  test(`${name}: the day of a treasurer: who owes, whose a reference is, a task about it`, async ({ otherDevice, origin }) => {
    test.setTimeout(180_000)
    const person = someName()
    await joins(origin, { legalName: person })
    const { page, t, to, isNotFor } = await atWork(otherDevice, origin, ['treasurer'],
      { language, name: 'Voorbeeld Penningmeester', screen })
    for (const path of ['/journal', '/organisers', '/bulk', '/erasures', '/duplicates']) await isNotFor(path)

    await to('/payments?view=owed')
    const row = page.getByRole('row').filter({ hasText: person })
    await expect(row).toContainText('17')
    const reference = (await row.getByRole('cell').filter({ hasText: /^RF/ }).textContent())!
    await page.getByLabel(t('desk.payments.reference')).fill('RF00 ONZIN')
    await page.getByRole('button', { name: t('desk.payments.find') }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByLabel(t('desk.payments.reference')).fill(reference)
    await page.getByRole('button', { name: t('desk.payments.find') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person)
    await expectNoSideways(page)
    // Money may be looked into; deciding about the person may not.
    await expect(page.getByRole('link', { name: t('desk.person.act.suspend') })).toHaveCount(0)
    await page.getByRole('link', { name: t('desk.person.act.task') }).click()
    await page.getByLabel(t('desk.task.what'), { exact: true }).selectOption('write')
    await page.getByLabel(t('desk.task.who'), { exact: true }).selectOption('case-handler')
    await page.getByRole('button', { name: t('desk.task.give') }).click()
    await expect(page.getByText(t('desk.person.done.task'))).toBeVisible()
  })
}
