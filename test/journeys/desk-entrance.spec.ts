import type { CDPSession, Page } from '@playwright/test'
import { desktop, expect, expectNoSideways, phone, test, words, type Language } from './fixtures.ts'
import { codeFor, mailsTo, until } from './mailbox.ts'
import { startSite, type StartedSite } from './site.ts'

/** A device with finger and screen lock, as Chromium itself plays it. */
async function device(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable', { enableUI: false })
  await session.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  } })
  return session
}

const screens = [['phone', 'nl', phone], ['desktop', 'en', desktop]] as const
for (const [name, language, screen] of screens) {
  test.describe(name, () => {
    test.use(screen)
    const t = words[language]
    let site: StartedSite
    // A desk that nobody administers yet: a site of its own.
    test.beforeAll(async () => { site = await startSite() })
    test.afterAll(() => site.stop())

    const what = 'the first administrator comes by the link, makes a passkey and invites a second, who does the same'
    test(what, async ({ page, otherDevice }) => {
      test.setTimeout(180_000)
      const { origin } = site
      const desk = `${origin}/${language}/desk`
      await device(page)
      await page.goto(site.firstLink.replace('/en/', `/${language}/`))
      await expectNoSideways(page)
      await page.getByLabel(t('desk.first.name')).fill('Ada Voorbeeld-van der Eerstelingen')
      await page.getByLabel(t('desk.first.email')).fill('ada@voorbeeld.example')
      await page.getByRole('button', { name: t('desk.signIn.askCode') }).click()
      await page.getByLabel(t('join.code.field')).fill(await codeFor(origin, 'ada@voorbeeld.example'))
      await expectNoSideways(page)
      await page.getByRole('button', { name: t('desk.code.button') }).click()
      await expect(page).toHaveURL(`${desk}/passkey`)
      await expectNoSideways(page)
      await page.getByRole('button', { name: t('desk.passkey.button') }).click()
      await expect(page).toHaveURL(desk)
      const session = (await page.context().cookies()).find((cookie) => cookie.name === 'session-desk')
      expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 })
      await page.goto(site.firstLink.replace('/en/', `/${language}/`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('desk.first.overTitle'))

      await invite(page, desk, language)
      await secondEnrols(await otherDevice(screen), origin, language)

      await page.goto(`${desk}/organisers`)
      await expectNoSideways(page)
      await expect(page.getByRole('row').filter({ hasText: 'Bram Voorbeeld' })).toContainText(t('desk.standing.active'))
      await until('the notice to the auditor', async () =>
        (await mailsTo(origin, 'bram@voorbeeld.example')).find(({ subject }) => subject === words.nl('mail.desk.told.passkeyAddedSubject')))
      await signInAgain(page, desk, language)
    })
  })
}

async function invite(page: Page, desk: string, language: Language) {
  const t = words[language]
  await page.goto(`${desk}/organisers`)
  await page.getByRole('link', { name: t('desk.invite.title') }).click()
  await page.getByLabel(t('desk.invite.name'), { exact: true }).fill('Bram Voorbeeld')
  await page.getByLabel(t('desk.invite.email')).fill('bram@voorbeeld.example')
  await page.getByLabel(t('desk.language.nl'), { exact: true }).check()
  await page.getByRole('button', { name: t('desk.invite.button') }).click()
  // Without a role nobody is invited; the summary leads to the question.
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.locator('#roles')).toBeFocused()
  await page.locator('#role-auditor').check()
  await expectNoSideways(page)
  await page.getByRole('button', { name: t('desk.invite.button') }).click()
  await expect(page.getByText(t('desk.organiser.done.invite'))).toBeVisible()
  await expectNoSideways(page)
}

/** On a device of their own, from the mail. */
async function secondEnrols(page: Page, origin: string, language: Language) {
  const t = words[language]
  const [invitation] = await until('the invitation', async () => {
    const mails = await mailsTo(origin, 'bram@voorbeeld.example')
    return mails.length ? mails : undefined
  })
  const link = /http\S+\/nl\/desk\/sign-in/.exec(invitation!.text)![0]
  await device(page)
  await page.goto(link.replace('/nl/', `/${language}/`))
  await expectNoSideways(page)
  await page.locator('.by-code').getByLabel(t('account.signIn.email')).fill('bram@voorbeeld.example')
  await page.getByRole('button', { name: t('desk.signIn.askCode') }).click()
  await page.getByLabel(t('join.code.field')).fill(await codeFor(origin, 'bram@voorbeeld.example', invitation!.id))
  await page.getByRole('button', { name: t('desk.code.button') }).click()
  await page.getByRole('button', { name: t('desk.passkey.button') }).click()
  await expect(page).toHaveURL(`${origin}/${language}/desk`)
  await page.goto(`${origin}/${language}/desk/me`)
  await expect(page.locator('.ways-in')).toContainText('Linux')
  await expectNoSideways(page)
  await page.goto(`${origin}/${language}/desk/organisers/invite`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fault.desk-not-yours.title'))
}

async function signInAgain(page: Page, desk: string, language: Language) {
  const t = words[language]
  await page.goto(`${desk}/me`)
  await expectNoSideways(page)
  await page.goto(`${desk}/roles`)
  await expectNoSideways(page)
  await page.getByRole('button', { name: t('parts.signOut') }).click()
  await expect(page).toHaveURL(`${desk}/sign-in`)
  await page.getByRole('button', { name: t('account.signIn.passkey') }).click()
  await expect(page).toHaveURL(desk)
}
