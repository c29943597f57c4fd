import type { CDPSession, Page } from '@playwright/test'
import { joinUntil, wayOf } from './joining.ts'
import { desktop, expect, expectNoSideways, phone, test, words, type Language } from './fixtures.ts'

/** A device with finger and screen lock, as Chromium itself plays it. */
async function device(page: Page): Promise<CDPSession & { id: string }> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  } })
  return Object.assign(session, { id: authenticatorId })
}

/** The code-confirmed joiner is signed in with a fresh proof. */
async function account(page: Page, origin: string, language: Language) {
  const way = wayOf(page, origin, { language })
  await joinUntil(way, 'check')
  await page.goto(`/${language}/account/sign-in`)
  return way
}

const screens = [['phone', 'nl', phone], ['desktop', 'en', desktop]] as const
for (const [name, language, screen] of screens) {
  test.describe(name, () => {
    test.use(screen)
    const t = words[language]

    test('a passkey is added, signs in without an address, and is removed', async ({ page, origin }) => {
      test.setTimeout(120_000)
      const keys = await device(page)
      const way = await account(page, origin, language)
      await page.getByRole('link', { name: t('account.access.passkeyAdd') }).click()
      await expectNoSideways(page)
      await page.getByRole('button', { name: t('account.passkeyAdd.button') }).click()
      await expect(page).toHaveURL(/\/account\/sign-in$/)
      await expect(page.locator('.ways-in').first()).toContainText(t('account.access.device', { browser: 'Chrome', system: 'Linux' }))
      await expectNoSideways(page)
      const { credentials } = await keys.send('WebAuthn.getCredentials', { authenticatorId: keys.id })
      expect(credentials.map(({ isResidentCredential, rpId }) => [isResidentCredential, rpId])).toEqual([[true, 'localhost']])

      await page.getByRole('button', { name: t('parts.signOut') }).click()
      await page.goto(`/${language}/sign-in`)
      await expectNoSideways(page)
      const form = page.locator('passkey-button form')
      await form.getByLabel(t('account.signIn.remember')).check()
      await page.getByRole('button', { name: t('account.signIn.passkey') }).click()
      await expect(page).toHaveURL(new RegExp(`/${language}/account$`))
      expect((await page.context().cookies()).find((cookie) => cookie.name === 'session')!.expires).toBeGreaterThan(0)
      await page.goto(`/${language}/account/sign-in`)
      await expect(page.getByText(way.email).first()).toBeVisible()

      await page.getByRole('link', { name: t('account.access.remove') }).click()
      await page.getByRole('button', { name: t('account.passkeyRemove.button') }).click()
      await expect(page.getByText(t('account.access.passkeysNone'))).toBeVisible()
      await page.getByRole('button', { name: t('parts.signOut') }).click()
      await page.goto(`/${language}/sign-in`)
      await page.getByRole('button', { name: t('account.signIn.passkey') }).click()
      await expect(page.getByText(t('because.passkey-failed')).first()).toBeVisible()
    })
  })
}

test('a device that says no leaves the page usable, and the code form beside it', async ({ page, origin }) => {
  const keys = await device(page)
  await page.goto(`${origin}/en/sign-in`)
  await keys.send('WebAuthn.setUserVerified', { authenticatorId: keys.id, isUserVerified: false })
  await page.getByRole('button', { name: words.en('account.signIn.passkey') }).click()
  await expect(page.getByText(words.en('account.passkey.failed'))).toBeVisible()
  await expect(page.getByRole('button', { name: words.en('account.signIn.button') })).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the code form alone is there', async ({ page, origin }) => {
    await page.goto(`${origin}/en/sign-in`)
    await expect(page.getByRole('button')).toHaveText([words.en('account.signIn.button')])
    await expect(page.getByText(words.en('account.signIn.or'))).toBeHidden()
  })
})
