import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { until } from '../mailbox.ts'
import { atWork, someName } from './days.ts'

for (const [name, language, screen] of [['phone', 'en', phone], ['desktop', 'nl', desktop]] as const) {
  test(`${name}: the day of a campaigner: change a text, see it, publish it, read it as anybody does`, async ({ otherDevice, origin }) => {
    test.setTimeout(180_000)
    const { page, t, to, menu, isNotFor } = await atWork(otherDevice, origin, ['campaigner'],
      { language, name: 'Voorbeeld Campagne', screen })
    await to('')
    expect(await menu()).not.toContain(t('desk.menu.people'))
    for (const path of ['/people', '/bulk', '/erasures', '/payments', '/journal', '/organisers']) await isNotFor(path)

    // Each screen has a claim of its own, for one working copy is for everybody.
    const slug = name === 'phone' ? 'zoom' : 'tiktok'
    const said = someName()
    await to(`/claims/${slug}`)
    await to(`/claims/${slug}/texts`)
    const writes = async (other: string) => {
      await to(`/claims/${slug}/texts/page/about`)
      await page.locator(`[name="${language}-title"]`).fill(said)
      await page.locator(`[name="${language === 'en' ? 'nl' : 'en'}-title"]`).fill(other)
      await expectNoSideways(page)
      await page.getByRole('button', { name: t('desk.draft.save'), exact: true }).click()
      await expect(page.getByText(t('desk.draft.saved'))).toBeVisible()
    }
    // A number that only one language tells keeps the claim from being published, and the link leads to it.
    await writes(`${said} 4711`)
    await to(`/claims/${slug}/publish`)
    await expect(page.getByRole('button', { name: t('desk.publish.now') })).toHaveCount(0)
    await page.getByRole('main').getByRole('link', { name: said }).first().click()
    await expect(page).toHaveURL(/\/texts\/page\/about/)
    await writes(said)
    await to(`/claims/${slug}/preview`)
    await to(`/claims/${slug}/publish`)
    await page.getByRole('button', { name: t('desk.publish.now') }).click()
    await expect(page).toHaveURL(/\/versions\?published=\d+$/)
    await expectNoSideways(page)
    const reader = await otherDevice(screen)
    await until('the new words on the page', async () => {
      const read = await reader.request.get(`${origin}/${language}/${slug}`)
      return (await read.text()).includes(said) || undefined
    })
  })
}
