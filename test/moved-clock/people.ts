import { AxeBuilder } from '@axe-core/playwright'
import { expect as seen, type BrowserContextOptions, type Page } from '@playwright/test'
import { expect } from 'vitest'
import { wordsIn, type T } from '#words/words.ts'
import { findInMailbox, listMailbox } from '#platform/mail/mailbox.ts'
import { countUnsealed } from '#figures/live.ts'
import type { BrowsedSite } from './site.ts'

/** A reader with a device, as the journeys meet them: each language, phone and desktop, with script and without. */
export interface Reader { language: 'en' | 'nl'; device: 'phone' | 'desktop'; script: boolean; options: BrowserContextOptions }

const sizes = { phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 900 } } }

export const readers: readonly Reader[] = (['en', 'nl'] as const).flatMap((language) => (['phone', 'desktop'] as const).flatMap((device) =>
  [true, false].map((script) => ({ language, device, script, options: { ...sizes[device], javaScriptEnabled: script } }))))

export const named = ({ language, device, script }: Reader) => `${language}, ${device}, ${script ? 'with script' : 'without script'}`

export const wordsOf = ({ language }: Pick<Reader, 'language'>): T => wordsIn(language)

let people = 0
export const newEmail = (who: string) => `${who}-${(people += 1)}@voorbeeld.example`

/** The mails to an address, in plain text, the newest first. Several may have been written at the same standing instant. */
export async function mailsTo(site: BrowsedSite, to: string) {
  const entries = (await listMailbox(site, 1000)).filter((mail) => mail.to === to)
  return Promise.all(entries.map(async ({ id }) => (await findInMailbox(site, id))!))
}

/** The newest code that was mailed to an address. */
export async function codeTo(site: BrowsedSite, to: string): Promise<string> {
  for (const { text } of await mailsTo(site, to)) {
    const code = /^\s+(\d{6})$/m.exec(text)?.[1]
    if (code) return code
  }
  throw new Error(`no code was mailed to ${to}`)
}

/** Waits until the worker has sealed every mandate. */
export async function allSealed(site: BrowsedSite) {
  while ((await countUnsealed(site.db)) > 0) await new Promise((go) => setTimeout(go, 100))
}

/** Presses the button of this name and waits for the page that answers. */
export async function press(page: Page, name: string) {
  await Promise.all([page.waitForEvent('framenavigated'), page.getByRole('main').getByRole('button', { name, exact: true }).click()])
  await page.waitForLoadState()
}

/** Follows the link of this name in the page, or in its menu. */
export async function follow(page: Page, name: string | RegExp) {
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.waitForLoadState()
}

/** Signs in by a code, on the sign-in page. The last code to this address was sent more than a minute ago. */
export async function signIn(site: BrowsedSite, page: Page, reader: Reader, email: string) {
  const t = wordsOf(reader)
  await page.goto(`/${reader.language}/sign-in`)
  await page.locator('#email').fill(email)
  await press(page, t('account.signIn.button'))
  await page.locator('#code').fill(await codeTo(site, email))
  await press(page, t('account.code.button'))
  await seen(page).toHaveURL(new RegExp(`/${reader.language}/account$`))
}

/** Gives the fresh proof a page asks for, by a code, and is led back to it. */
export async function proveAgain(site: BrowsedSite, page: Page, reader: Reader, email: string) {
  const t = wordsOf(reader)
  site.pass({ seconds: 61 })
  await press(page, t('account.confirm.send'))
  await page.locator('#code').fill(await codeTo(site, email))
  await press(page, t('account.confirm.button'))
}

/** Nothing scrolls sideways, and with script nothing bars anybody (WCAG 2.2 AA). */
export async function expectWell(page: Page, reader: Reader) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0)
  expect([page.url(), wider]).toEqual([page.url(), 0])
  if (!reader.script) return
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode().analyze()
  expect([page.url(), violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)]).toEqual([page.url(), []])
}

/** Ticks every agreement, chooses a success fee where one is asked, and goes on. */
export async function agree(page: Page, reader: Reader, choice: 'fixed' | 'percent' = 'percent') {
  await seen(page).toHaveURL(/\/join\/agreements$/)
  for (const tick of await page.locator('section.agreement input[type=checkbox]').all()) await tick.check()
  const option = page.locator(`input[name=successFee][value=${choice}]`)
  if (await option.count()) await option.check()
  await press(page, wordsOf(reader)('join.next'))
}
