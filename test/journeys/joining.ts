import type { Page } from '@playwright/test'
import { codeFor } from './mailbox.ts'
import { expect, words, type Language } from './fixtures.ts'

/** One person on the way through a claim, in one language, on one host. */
export interface Way {
  page: Page
  language: Language
  origin: string
  email: string
  name: string
  /** Path of the claim: `/en/tiktok`, or `/en` on its own host. */
  base: string
}

let people = 0

/** An address nobody else uses in this run. */
export const newEmail = (who: string) => `${who}-${process.pid}-${(people += 1)}@voorbeeld.example`

export function wayOf(page: Page, origin: string, given: Partial<Pick<Way, 'language' | 'email' | 'name' | 'base'>> = {}): Way {
  const { language = 'en', email = newEmail('reis'), name = 'Voorbeeld Deelnemer' } = given
  return { page, language, origin, email, name, base: given.base ?? `/${language}/tiktok` }
}

const label = ({ language }: Way) => words[language]
const send = ({ page }: Way, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The form on the campaign page (or on /join): name, address, tick, button. */
export async function start(way: Way) {
  const { page } = way
  const t = label(way)
  await page.getByLabel(t('claim.join.name')).fill(way.name)
  await page.getByLabel(t('claim.join.email')).fill(way.email)
  await page.locator('#terms').check()
  await page.locator('form.join-form button[type=submit]').click()
  await expect(page).toHaveURL(/\/join\/code$/)
}

export async function confirm(way: Way, code?: string) {
  const t = label(way)
  await way.page.getByLabel(t('join.code.field')).fill(code ?? await codeFor(way.origin, way.email))
  await send(way, t('join.code.button'))
}

/** Says for whom: the first question after the code. */
export async function sayFor(way: Way, who: 'self' | 'both' | 'children' = 'self') {
  await expect(way.page).toHaveURL(/\/join\/who$/)
  await way.page.locator(`input[name=who][value=${who}]`).check()
  await send(way, label(way)('join.next'))
  await expect(way.page).toHaveURL(/\/join\/details$/)
}

/** Fills in the details and sends them. */
export async function tellDetails(way: Way, { year = '1994', country = 'NL', city = 'Voorbeeldstad', account = 'voorbeeld' } = {}) {
  await fillDetails(way, { year, country, city, account })
  await send(way, label(way)('join.next'))
}

export async function fillDetails(way: Way, { year = '1994', country = 'NL', city = 'Voorbeeldstad', account = 'voorbeeld' } = {}) {
  const { page } = way
  const t = label(way)
  await page.getByLabel(t('join.details.name')).fill(way.name)
  const birth = page.getByRole('group', { name: t('join.details.birth') })
  await birth.getByLabel(t('parts.day')).fill('27')
  await birth.getByLabel(t('parts.month')).fill('3')
  await birth.getByLabel(t('parts.year')).fill(year)
  await page.getByLabel(t('join.details.street')).fill('Voorbeeldstraat 1')
  await page.getByLabel(t('join.details.postcode')).fill('1234 AB')
  await page.getByLabel(t('join.details.city')).fill(city)
  await page.getByLabel(t('join.details.country')).selectOption(country)
  await page.getByLabel(t('join.details.account.username', { company: 'TikTok' })).fill(account)
  const from = page.getByRole('group', { name: t('join.details.from') })
  await from.getByLabel(t('join.details.month')).fill('3')
  await from.getByLabel(t('join.details.year')).fill('2019')
  await page.getByLabel(t('join.details.still')).check()
}

/** Ticks every agreement and chooses a success fee. */
export async function agree(way: Way, choice: 'fixed' | 'percent' = 'percent') {
  const { page } = way
  await expect(page).toHaveURL(/\/join\/agreements$/)
  for (const tick of await page.locator('section.agreement input[type=checkbox]').all()) await tick.check()
  await page.locator(`input[name=successFee][value=${choice}]`).check()
  await send(way, label(way)('join.next'))
}

/** A wave across the pad, by mouse or by touch. */
export async function draw({ page }: Way, by: 'mouse' | 'touch' = 'mouse') {
  const pad = page.locator('signature-field canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  const points = Array.from({ length: 24 }, (_, at) => ({
    x: box.x + box.width * (0.15 + 0.03 * at), y: box.y + box.height * (0.5 + 0.3 * Math.sin(at / 2)),
  }))
  if (by === 'mouse') {
    await page.mouse.move(points[0]!.x, points[0]!.y)
    await page.mouse.down()
    for (const { x, y } of points) await page.mouse.move(x, y)
    await page.mouse.up()
    return
  }
  const touch = await page.context().newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [points[0]!] })
  for (const point of points) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

export async function typeSignature(way: Way, name = way.name) {
  const t = label(way)
  await way.page.getByLabel(t('parts.signTyped')).fill(name)
  await way.page.getByLabel(t('parts.signTicked')).check()
}

export const sendSignature = (way: Way) => send(way, label(way)('join.sign.button'))

export const bindingButton = ({ page }: Way) => page.locator('main form button[type=submit]')

type Step = 'start' | 'code' | 'who' | 'details' | 'agreements' | 'sign' | 'check'

/** From the campaign page up to and including the step named; the signature is typed. */
export async function joinUntil(way: Way, last: Step) {
  const steps: Record<Step, () => Promise<void>> = {
    start: async () => { await way.page.goto(`${way.base}/join`); await start(way) },
    code: async () => { await confirm(way); await expect(way.page).toHaveURL(/\/join\/(who|known)$/) },
    who: () => sayFor(way),
    details: async () => { await tellDetails(way); await expect(way.page).toHaveURL(/\/join\/agreements$/) },
    agreements: async () => { await agree(way); await expect(way.page).toHaveURL(/\/join\/sign$/) },
    sign: async () => { await typeSignature(way); await sendSignature(way); await expect(way.page).toHaveURL(/\/join\/check$/) },
    check: async () => { await bindingButton(way).click(); await expect(way.page).toHaveURL(/\/join\/done$/) },
  }
  for (const [name, step] of Object.entries(steps)) {
    await step()
    if (name === last) return
  }
}
