import type { Page } from '@playwright/test'
import { agree, bindingButton, confirm, joinUntil, newEmail, sayFor, sendSignature, typeSignature, wayOf, type Way } from './joining.ts'
import { codeFor, mailsTo, until } from './mailbox.ts'
import type { Tour } from './tour.ts'

const send = (page: Page) => Promise.all([page.waitForEvent('framenavigated'), page.locator('main form button[type=submit]').first()
  .click()])
const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value)
}

const child = (legalName: string, year: string) => ({
  legalName, birthDate: '3', 'birthDate-month': '5', 'birthDate-year': year, 'account-username': 'voorbeeld', from: '6',
  'from-year': '2023',
})

/** A parent joins with two children, of which the elder is 16, and names the other parent. */
async function familyJoins({ newPage, language, see, origin }: Tour): Promise<{ way: Way; other: string }> {
  const page = await newPage()
  const other = newEmail('andere-ouder')
  const way = wayOf(page, origin, { language, name: 'Ouder van Voorbeeldhuizen' })
  await joinUntil(way, 'start')
  await confirm(way)
  await sayFor(way, 'both')
  await see('family-details', page)
  await fill(page, { legalName: way.name, birthDate: '27', 'birthDate-month': '3', 'birthDate-year': '1984', street: 'Voorbeeldstraat 1',
    postcode: '1234 AB', city: 'Voorbeeldstad',
    'account-username': 'ouder', from: '3', 'from-year': '2019' })
  await page.locator('#country').selectOption('NL')
  await page.locator('#still').check()
  await send(page)
  await page.waitForURL(/\/join\/child$/)
  await see('join-child', page)
  await send(page)
  await see('join-child-errors', page)
  for (const [name, year] of [['Noor van Voorbeeldhuizen', '2014'], ['Sam van Voorbeeldhuizen', '2010']] as const) {
    if (!page.url().endsWith('/child')) await page.goto(`${way.base}/join/child`)
    await fill(page, child(name, year))
    if (year === '2010') await fill(page, { otherName: 'Andere Ouder', otherEmail: other })
    await page.locator('input[name=authority][value=joint]').check()
    await page.locator('#still').check()
    await send(page)
    await page.waitForURL(/\/join\/children$/)
  }
  await see('join-children', page)
  const declare = () => Promise.all([page.waitForEvent('framenavigated'), page.locator('form:has(#declared) button[type=submit]').click()])
  await declare()
  await see('join-children-errors', page)
  await page.locator('#declared').check()
  await declare()
  await see('family-agreements', page)
  await agree(way)
  await page.waitForURL(/\/join\/sign$/)
  await see('family-sign', page)
  await typeSignature(way)
  await sendSignature(way)
  await page.waitForURL(/\/join\/check$/)
  await see('family-check', page)
  await bindingButton(way).click()
  await page.waitForURL(/\/join\/done$/)
  await see('family-done', page)
  return { way, other }
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const isFile = (path: string) => /\/documents\/[0-9a-f-]{36}\/|\/attachments\/|\/archives\/|\/html$|\/sign-out/.test(path)
/** One of each kind of page: ids, claims and numbers aside. */
const kindOf = (path: string) => path.replace(/^\/(?:en|nl)/, '').replace(ids, 'x')
  .replace(/\/(?:tiktok|zoom|bank-cartel)(?=\/|$)/, '/claim')

/** Every page of the account that a link of it leads to, one of each kind. */
async function accountPages({ language, see }: Tour, page: Page) {
  const seen = new Set<string>()
  const waiting = [`/${language}/account`]
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    await page.goto(path)
    await see(kind === '/account' ? 'family-account' : kind.slice(1).replaceAll('/', '-'), page)
    const links = await page.locator('main a[href]').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
    waiting.push(...links.filter((link) => /^\/(?:en|nl)\/account(?:\/|$)/.test(link) && !link.includes('#') && !isFile(link)))
  }
}

/** The other parent is asked, and objects. */
async function otherParent({ newPage, see, origin }: Tour, other: string) {
  const page = await newPage()
  const [invitation] = await until('the other parent is written to', async () => {
    const mails = await mailsTo(origin, other)
    return mails.length ? mails : undefined
  })
  await page.goto(`/mailbox/${invitation!.id}`)
  await see('mail-guardian', page)
  await page.goto(/\/(?:en|nl)\/not-me\/[0-9a-f-]{36}/.exec(invitation!.text)![0])
  await see('not-me', page)
  await page.goto(/\/(?:en|nl)\/guardian\/[0-9a-f-]{36}/.exec(invitation!.text)![0])
  await see('guardian', page)
  await send(page)
  await see('guardian-code', page)
  await page.locator('#code').fill(await codeFor(origin, other, invitation!.id))
  await send(page)
  await see('guardian-answer', page)
  await page.locator('input[name=answer][value=agreed]').check()
  await send(page)
  await see('guardian-answered', page)
  await page.context().close()
}

/** A name is corrected, which asks for a new power of attorney, and one child withdraws. */
async function changes({ language, see }: Tour, page: Page) {
  await page.goto(`/${language}/account/details`)
  const first = await page.locator('main a[href*="/account/details/"]').first().getAttribute('href')
  await page.goto(first!)
  await page.locator('#legalName').fill('Ouder Voorbeeld')
  await send(page)
  await see('account-corrected', page)
  await page.goto(`/${language}/account/withdraw`)
  await page.locator('main input[type=checkbox]').last().check()
  await send(page)
  await see('account-leave-receipt', page)
  await page.goto(`/${language}/account`)
  await see('account-after-changes', page)
  await page.goto(`/${language}/account/sign-in`)
}

/** The withdrawal function without signing in, and own access. */
async function withoutSigningIn({ newPage, language, see, origin }: Tour) {
  const page = await newPage()
  const way = wayOf(page, origin, { language })
  await joinUntil(way, 'check')
  await page.context().clearCookies()
  const [before] = await mailsTo(origin, way.email)
  await page.goto(`/${language}/tiktok/withdraw`)
  await send(page)
  await see('withdraw-errors', page)
  await until('a code to withdraw may be sent', async () => {
    await page.goto(`/${language}/tiktok/withdraw`)
    await fill(page, { name: way.name, email: way.email })
    await send(page)
    return page.url().endsWith('/code') || undefined
  }, 75)
  await see('withdraw-code', page)
  await page.locator('#code').fill(await until('the code to withdraw', async () => {
    const mail = (await mailsTo(origin, way.email))
      .find(({ id, text }) => id !== before?.id && /\/withdraw|withdraw|ontbind/i.test(text) && /^\s+\d{6}$/m.test(text))
    return /^\s+(\d{6})$/m.exec(mail?.text ?? '')?.[1]
  }))
  await send(page)
  await see('withdraw-confirm', page)
  await send(page)
  await see('withdraw-receipt', page)
  await page.goto(`/${language}/own-access`)
  await see('own-access', page)
  await send(page)
  await see('own-access-errors', page)
  await page.goto(`/${language}/privacy/children`)
  await see('privacy-children', page)
  await page.goto(`/${language}/erased`)
  await see('erased', page)
  await page.context().close()
}

/** A parent with two children: how they join, every page of their account, the other parent, and the ways out. */
export async function familyTour(tour: Tour): Promise<void> {
  const { way, other } = await familyJoins(tour)
  await otherParent(tour, other)
  await accountPages(tour, way.page)
  await changes(tour, way.page)
  await way.page.context().close()
  await withoutSigningIn(tour)
}
