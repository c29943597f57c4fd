import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { mailsTo, until } from '../mailbox.ts'
import { atWork, someName } from './days.ts'
import { joins } from './people.ts'

for (const [name, language, screen] of [['phone', 'en', phone], ['desktop', 'nl', desktop]] as const) {
  test(`${name}: the day of a case handler: find, note, task, deficiency notice, ask to erase`, async ({ otherDevice, origin }) => {
    test.setTimeout(240_000)
    const person = someName()
    const email = await joins(origin, { legalName: person })
    const { page, t, to, menu, isNotFor, opens } = await atWork(otherDevice, origin, ['case-handler'],
      { language, name: 'Voorbeeld Behandelaar', screen })
    await to('')
    expect(await menu()).not.toContain(t('desk.menu.organisers'))
    for (const path of ['/organisers', '/journal', '/payments']) await isNotFor(path)

    await opens(person)
    await page.getByLabel(t('desk.person.noteText')).fill('Gebeld: stuurt het adres na.')
    await page.getByRole('button', { name: t('desk.person.noteAdd') }).click()
    await expect(page.getByText(t('desk.person.done.note'))).toBeVisible()
    // Its words stay closed until somebody says why they have to be read.
    await expect(page.getByText('stuurt het adres na')).toHaveCount(0)
    await page.getByText(t('desk.person.read'), { exact: true }).click()
    await page.getByLabel(t('desk.person.readWhy')).selectOption('question')
    await page.getByRole('button', { name: t('desk.person.readButton') }).click()
    await expect(page.getByText('stuurt het adres na')).toBeVisible()
    await expectNoSideways(page)

    await page.getByRole('link', { name: t('desk.person.act.task') }).click()
    await page.getByLabel(t('desk.task.what'), { exact: true }).selectOption('call')
    await page.getByLabel(t('desk.task.who'), { exact: true }).selectOption({ label: t('desk.task.me') })
    await expectNoSideways(page)
    await page.getByRole('button', { name: t('desk.task.give') }).click()
    await expect(page.getByText(t('desk.person.done.task'))).toBeVisible()
    await to('/tasks')
    await expect(page.getByRole('row').filter({ hasText: person })).toContainText(t('desk.task.kind.call'))

    await opens(person)
    await page.getByRole('link', { name: t('desk.person.act.deficiency') }).click()
    await page.getByLabel(t('desk.defect.address-incomplete')).check()
    await expectNoSideways(page)
    await page.getByRole('button', { name: t('desk.deficiency.send') }).click()
    await expect(page.getByText(t('desk.person.done.notice'))).toBeVisible()
    await until('the deficiency notice', async () => (await mailsTo(origin, email)).length > 2 || undefined)

    await page.locator('a[href$="/erase"]').click()
    await expectNoSideways(page)
    await page.getByLabel(t('desk.erasures.because'), { exact: true }).selectOption('asked')
    await page.getByLabel(t('desk.erasures.cameBy')).selectOption('phone')
    await page.getByLabel(t('desk.erasures.identity')).selectOption('called-back')
    const today = new Date()
    const asked = [['day', today.getUTCDate()], ['month', today.getUTCMonth() + 1], ['year', today.getUTCFullYear()]] as const
    for (const [part, value] of asked)
      await page.getByLabel(t(`parts.${part}`), { exact: true }).fill(String(value))
    await page.getByLabel(t('desk.erasures.answer.mail')).check()
    await page.getByRole('button', { name: t('desk.erasures.propose') }).click()
    await expect(page).toHaveURL(/\/desk\/proposals\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('button', { name: t('desk.proposals.approve') })).toHaveCount(0)
    const proposal = new URL(page.url()).pathname.replace(/^\/..\/desk/, '')

    const administrator = await atWork(otherDevice, origin, ['administrator'], { language, name: 'Voorbeeld Beheerder', screen })
    await administrator.to(proposal)
    await expect(administrator.page.getByText(person)).toHaveCount(0)
    await administrator.page.getByRole('button', { name: t('desk.proposals.approve') }).click()
    await expect(administrator.page.getByRole('button', { name: t('desk.proposals.approve') })).toHaveCount(0)
    await to('/erasures')
    await expect(page.getByRole('table')).toContainText(t('desk.erasures.keptOf.evidence'))
    await expectNoSideways(page)
  })
}
