import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { mailsTo, until } from '../mailbox.ts'
import { atWork } from './days.ts'

for (const [name, language, screen] of [['phone', 'nl', phone], ['desktop', 'en', desktop]] as const) {
  test(`${name}: the day of an administrator: invite, give a role, pause, jobs, and no participant`, async ({ otherDevice, origin }) => {
    test.setTimeout(180_000)
    const { page, t, to, menu, isNotFor } = await atWork(otherDevice, origin, ['administrator'],
      { language, name: 'Voorbeeld Beheerder', screen })
    await to('')
    expect(await menu()).not.toContain(t('desk.menu.people'))
    for (const path of ['/people', '/payments', '/duplicates', '/tasks']) await isNotFor(path)

    const email = `nieuw-${name}-${Date.now()}@voorbeeld.example`
    const colleague = `Voorbeeld Nieuw ${name}`
    await to('/organisers/invite')
    await page.getByLabel(t('desk.invite.name'), { exact: true }).fill(colleague)
    await page.getByLabel(t('desk.invite.email')).fill(email)
    await page.getByLabel(t(`desk.language.${language}`), { exact: true }).check()
    await page.locator('#role-treasurer').check()
    await page.getByRole('button', { name: t('desk.invite.button') }).click()
    await expect(page.getByText(t('desk.organiser.done.invite'))).toBeVisible()
    await until('the invitation', async () => (await mailsTo(origin, email)).length > 0 || undefined)
    await to('/organisers')
    await expect(page.getByRole('row').filter({ hasText: colleague }).first()).toContainText(t('desk.role.treasurer'))

    await to('/roles')
    await expect(page.getByRole('table').first()).toContainText(t('desk.act.erasures.propose'))
    for (const path of ['/jobs', '/proposals', '/bulk', '/erasures', '/journal', '/journal/verify', '/claims', '/me']) await to(path)
    await expectNoSideways(page)
  })
}
