import type { Page } from '@playwright/test'
import {
  agree, bindingButton, confirm, draw, fillDetails, joinUntil, newEmail, sayFor, sendSignature, start, tellDetails, wayOf, type Way,
} from './joining.ts'
import type { Language } from './fixtures.ts'
import { codeFor, mailsTo, sealedMail, until } from './mailbox.ts'

/** Called at each stop with a name that tells page and state: `join-details-errors`. */
export type See = (name: string, page: Page) => Promise<void>

export interface Tour {
  /** A page in a browser of its own: cookies of nobody else. */
  newPage(): Promise<Page>
  origin: string
  language: Language
  see: See
}

/** A name as long as the form takes, of words that cannot be broken well. */
export const longName = `${'Wilhelmina Adriana Geertruida van Voorbeeldhuizen-Schoonenbeekschedijk '.repeat(2)}`.slice(0, 150).trim()
export const arabicName = 'ليلى مثال النموذجية'

const paths: Readonly<Record<string, string>> = {
  home: '', about: '/about', transparency: '/transparency', terms: '/terms', privacy: '/privacy', accessibility: '/accessibility',
  contact: '/contact', demonstration: '/demonstration',
  campaign: '/tiktok', 'campaign-zoom': '/zoom', 'campaign-bank-cartel': '/bank-cartel',
  costs: '/tiktok/costs', 'costs-answer': '/tiktok/costs?award=500', 'costs-error': '/tiktok/costs?award=veel',
  document: '/tiktok/documents/complaint-letter', withdraw: '/tiktok/withdraw', 'withdraw-index': '/withdraw',
  news: '/tiktok/news', 'news-item': '/tiktok/news/trouw-interview', 'news-none': '/bank-cartel/news',
  questions: '/tiktok/questions', question: '/tiktok/questions/who-is-at-risk',
  'fault-missing': '/tiktok/nowhere', 'fault-start-again': '/tiktok/join/details', 'fault-sign-in': '/account',
  'join-start': '/tiktok/join', 'sign-in': '/sign-in',
}

/** Does what leads to another page, and waits until that is there; the same address again is another page too. */
async function leaving(page: Page, act: () => Promise<unknown>) {
  await Promise.all([page.waitForEvent('framenavigated'), act()])
  await page.waitForLoadState()
}

/** The form of a page; not the one that signs in by passkey. */
const form = 'main form:not(passkey-button form)'
const send = (page: Page) => leaving(page, () => page.locator(`${form} button[type=submit]`).first().click())
const submitted = (page: Page, encoding = 'application/x-www-form-urlencoded') => leaving(page, () =>
  page.locator(form).evaluate((form: HTMLFormElement, enctype) => {
    form.enctype = enctype
    form.submit()
  }, encoding))

/** Every page of the foundation and its claims, and the pages that say what is wrong. */
async function publicPages({ newPage, language, see }: Tour) {
  const page = await newPage()
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(`/${language}${path}`)
    await see(name, page)
  }
  await page.goto(`/${language}/terms`)
  await page.goto((await page.locator('main a[href*="/texts/"]').first().getAttribute('href')) ?? `/${language}/terms`)
  await see('agreement', page)
  await page.context().close()
}

/** Faults that a form brings about; sent from a page of the site. */
async function faults({ newPage, language, see, origin }: Tour) {
  const page = await newPage()
  await page.goto(`/${language}/sign-in`)
  const field = page.locator('#email')
  await field.evaluate((input: HTMLInputElement) => { input.value = 'x'.repeat(40_000) })
  await submitted(page)
  await see('fault-too-large', page)
  await page.goto(`/${language}/sign-in`)
  await submitted(page, 'text/plain')
  await see('fault-unreadable', page)
  await page.route(`${origin}/${language}/sign-in`, (route, request) =>
    route.continue(request.method() === 'POST' ? { headers: { ...request.headers(), origin: 'https://elsewhere.example' } } : {}))
  await page.goto(`/${language}/sign-in`)
  await submitted(page)
  await see('fault-elsewhere', page)
  await page.context().close()
}

/** Each step of joining: empty, with errors, filled in, done. */
async function joining(tour: Tour): Promise<Way> {
  const { newPage, language, see, origin } = tour
  const page = await newPage()
  const way = wayOf(page, origin, { language, name: longName, email: newEmail('een-heel-lang-en-voorbeeldig-e-mailadres-van-iemand') })
  await page.goto(`${way.base}/join`)
  await send(page)
  await see('join-start-errors', page)
  await start(way)
  await see('join-code', page)
  await leaving(page, () => confirm(way, '12'))
  await see('join-code-error', page)
  await leaving(page, () => page.locator('code-resend button').evaluate((button: HTMLButtonElement) => button.form?.submit()))
  await see('join-code-too-soon', page)
  await page.goto(`${way.base}/join/code`)
  await confirm(way)
  await page.waitForURL(/\/join\/who$/)
  await see('join-who', page)
  await send(page)
  await see('join-who-errors', page)
  await sayFor(way)
  await see('join-details', page)
  await page.locator('#legalName').fill('')
  await send(page)
  await see('join-details-errors', page)
  await fillDetails(way)
  await see('join-details-filled', page)
  await underAge(tour, way)
  await tellDetails(way)
  await page.waitForURL(/\/join\/agreements$/)
  await see('join-agreements', page)
  await send(page)
  await see('join-agreements-errors', page)
  for (const each of await page.locator('details').all()) await each.evaluate((details: HTMLDetailsElement) => { details.open = true })
  await see('join-agreements-open', page)
  await agree(way, 'fixed')
  await page.waitForURL(/\/join\/sign$/)
  await see('join-sign', page)
  await leaving(page, () => sendSignature(way))
  await see('join-sign-errors', page)
  await draw(way)
  await see('join-sign-drawn', page)
  await sendSignature(way)
  await page.waitForURL(/\/join\/check$/)
  await see('join-check', page)
  await bindingButton(way).click()
  await page.waitForURL(/\/join\/done$/)
  await see('join-done', page)
  await sealedMail(origin, way.email)
  await page.goto(`/${language}/account`)
  await see('account', page)
  return way
}

async function underAge({ see }: Tour, way: Way) {
  await tellDetails(way, { year: '2014' })
  await way.page.waitForURL(/\/join\/parent$/)
  await see('join-parent', way.page)
  await way.page.goto(`${way.base}/join/details`)
}

/** Who joined signs in, from another browser. A second code for one address is sent only a minute after the first. */
async function signingIn({ newPage, language, see, origin }: Tour, { email }: Way) {
  const page = await newPage()
  await page.goto(`/${language}/sign-in`)
  await send(page)
  await see('sign-in-error', page)
  const [before] = await mailsTo(origin, email)
  await page.locator('#email').fill(email)
  await send(page)
  if (!page.url().endsWith('/code')) {
    await see('sign-in-too-soon', page)
    await until('a second code may be sent', async () => {
      await page.locator('#email').fill(email)
      await send(page)
      return page.url().endsWith('/code') || undefined
    }, 70)
  }
  await see('sign-in-code', page)
  await page.locator('#code').fill('000000')
  await send(page)
  await see('sign-in-code-error', page)
  await page.locator('#code').fill(await codeFor(origin, email, before?.id))
  await send(page)
  await see('account-signed-in', page)
  await page.context().close()
}

/** A name that runs from right to left. */
async function others({ newPage, language, see, origin }: Tour): Promise<Way> {
  const first = wayOf(await newPage(), origin, { language, name: arabicName, email: newEmail('rechts') })
  await joinUntil(first, 'sign')
  await see('join-check-arabic', first.page)
  await bindingButton(first).click()
  await first.page.waitForURL(/\/done$/)
  await see('join-done-arabic', first.page)
  await first.page.context().close()
  return first
}

/** Somebody joins with an address that takes part already, in another browser. */
async function known({ newPage, language, see, origin }: Tour, { email }: Way) {
  const way = wayOf(await newPage(), origin, { language, email })
  const [before] = await mailsTo(origin, email)
  await until('a second code may be sent', async () => {
    await way.page.goto(`${way.base}/join`)
    return start(way).then(() => true, () => undefined)
  }, 75)
  await confirm(way, await codeFor(origin, email, before?.id))
  await way.page.waitForURL(/\/join\/known$/)
  await see('join-known', way.page)
  await way.page.context().close()
}

async function nobody({ newPage, language, see, origin }: Tour) {
  const page = await newPage()
  const way = wayOf(page, origin, { language })
  await joinUntil(way, 'code')
  await page.goto(`/${language}/account`)
  await see('account-nobody', page)
  await page.context().close()
}

/** The local mailbox and each mail as a page, in plain text and in HTML. */
async function mailbox({ newPage, see, origin }: Tour, { email }: Way) {
  const page = await newPage()
  await page.goto('/mailbox')
  await see('mailbox', page)
  for (const [at, mail] of (await mailsTo(origin, email)).entries()) {
    await page.goto(`/mailbox/${mail.id}`)
    await see(`mail-${at + 1}`, page)
    await page.goto(`/mailbox/${mail.id}/html`)
    await see(`mail-${at + 1}-html`, page)
  }
  await page.context().close()
}

/** Leads past every page of the site in every state, in one language, as one would reach it: through the forms. Answers with who joined. */
export async function tour(given: Tour): Promise<Way> {
  await publicPages(given)
  await faults(given)
  const way = await joining(given)
  const other = await others(given)
  await nobody(given)
  await signingIn(given, way)
  await mailbox(given, way)
  await known(given, other)
  return way
}
