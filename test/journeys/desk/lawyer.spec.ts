import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { mailsTo, until } from '../mailbox.ts'
import { atWork, someName } from './days.ts'
import { joins } from './people.ts'

for (const [name, language, screen] of [['phone', 'nl', phone], ['desktop', 'en', desktop]] as const) {
  const what = 'the day of a lawyer: suspend and take it back, approve an act on a segment, look at the phase'
  test(`${name}: ${what}`, async ({ otherDevice, origin }) => {
    test.setTimeout(240_000)
    const person = someName()
    // A country of its own, for others join meanwhile and the segment must not move.
    const country = name === 'phone' ? 'LU' : 'IS'
    const email = await joins(origin, { legalName: person, country })
    const { page, t, to, isNotFor, opens } = await atWork(otherDevice, origin, ['lawyer'], { language, name: 'Voorbeeld Jurist', screen })
    await isNotFor('/organisers')

    await opens(person)
    await page.getByRole('link', { name: t('desk.person.act.suspend') }).click()
    await page.getByRole('button', { name: t('desk.decide.suspend.button') }).click()
    await expect(page.getByRole('alert')).toContainText(t('because.explanation-missing'))
    await page.getByLabel(t('desk.reason.suspend.identity-doubt')).check()
    await page.getByLabel(t('desk.decide.explanation')).fill('Wij willen eerst weten of u zich zelf heeft aangemeld.')
    await expectNoSideways(page)
    await page.getByRole('button', { name: t('desk.decide.suspend.button') }).click()
    await expect(page.getByText(t('desk.person.done.decided'))).toBeVisible()
    await until('the mail about the suspension', async () =>
      (await mailsTo(origin, email)).some(({ text }) => text.includes('zelf heeft aangemeld')) || undefined)
    await page.getByRole('link', { name: t('desk.person.act.undo') }).first().click()
    await page.getByLabel(t('desk.reason.undo.new-facts')).check()
    await page.getByLabel(t('desk.decide.explanation')).fill('U heeft laten zien dat u het zelf was.')
    await page.getByRole('button', { name: t('desk.undo.button') }).click()
    await expect(page.getByText(t('desk.person.done.undone'))).toBeVisible()

    const handler = await atWork(otherDevice, origin, ['case-handler'], { language, name: 'Voorbeeld Behandelaar', screen })
    await handler.to(`/people?claim=tiktok&country=${country}`)
    await handler.page.getByRole('link', { name: t('desk.people.actOnAll') }).click()
    await expectNoSideways(handler.page)
    await handler.page.getByRole('button', { name: t('desk.bulk.next') }).click()
    await handler.page.getByRole('button', { name: t('desk.bulk.drawUp') }).click()
    await expect(handler.page.getByRole('alert')).toContainText(t('because.choose-one'))
    await handler.page.getByLabel(t('desk.bulk.param.kind'), { exact: true }).selectOption('call')
    await handler.page.getByLabel(t('desk.bulk.param.role')).selectOption('case-handler')
    await handler.page.getByLabel(t('desk.bulk.param.days')).fill('5')
    await handler.page.getByLabel(t('desk.bulk.because'), { exact: true }).selectOption('data-incomplete')
    await expectNoSideways(handler.page)
    await handler.page.getByRole('button', { name: t('desk.bulk.drawUp') }).click()
    await handler.page.getByRole('button', { name: t('desk.bulk.propose') }).click()
    const href = await handler.page.getByRole('link', { name: t('desk.bulk.toProposal') }).getAttribute('href')
    await expectNoSideways(handler.page)

    await page.goto(`${origin}${href!}`)
    await page.getByRole('link', { name: t('desk.proposals.look') }).click()
    await expect(page.getByRole('row').filter({ hasText: person })).toBeVisible()
    await expectNoSideways(page)
    const run = page.url()
    await page.goto(`${origin}${href!}`)
    await page.getByRole('button', { name: t('desk.proposals.approve') }).click()
    await until('the end of the run', async () => {
      await page.goto(run)
      return (await page.getByRole('heading', { level: 1 }).textContent())?.includes(t('desk.bulk.state.finished')) || undefined
    })
    await expectNoSideways(page)
    await page.getByLabel(t('desk.bulk.undoBecause')).selectOption('mistake')
    await page.getByRole('button', { name: t('desk.bulk.order.undo') }).click()
    await until('the end of going back', async () => {
      await page.goto(run)
      return (await page.getByRole('heading', { level: 1 }).textContent())?.includes(t('desk.bulk.state.undone')) || undefined
    })

    await to('/claims/tiktok/phase')
    await expect(page.getByRole('heading', { name: t('desk.phase.next') })).toBeVisible()
    await to('/journal?what=bulk')
    await expect(page.locator('.journal-list')).toContainText(t('desk.journal.event.bulk.undone'))
  })
}
