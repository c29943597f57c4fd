import type { Page } from '@playwright/test'
import { sends, todayIn } from './desk/sends.ts'
import type { DeskStage } from './desk-states.ts'
import { mailsTo, until } from './mailbox.ts'
import type { Tour } from './tour.ts'

const pathOf = (page: Page) => new URL(page.url()).pathname
const hrefOf = async (page: Page, selector: string) => (await page.locator(selector).first().getAttribute('href')) ?? ''

/**
 * A decision and its undoing, a notice given more time, answered and concluded, and its outcome taken back; an exclusion, seen in the
 * account, that somebody else looks at again and takes back; a correction and an objection.
 */
export async function casework(tour: Tour, stage: DeskStage): Promise<void> {
  const { page, person } = stage
  const { see } = tour
  await page.goto(`${person}/decide/suspend`)
  await sends(page, { reason: 'signals', explanation: 'Wij willen eerst weten of u zich zelf heeft aangemeld.' })
  await see('desk-state-person-suspended', page)
  await page.goto(await hrefOf(page, 'main a[href*="/undo"]'))
  await see('desk-state-undo', page)
  await sends(page, { reason: 'new-facts', explanation: 'U heeft laten zien dat u het zelf was.' })
  await see('desk-state-person-undone', page)
  await page.goto(`${person}/tasks`)
  await sends(page, { kind: 'call', text: 'Voorbeeldtaak: bellen over het adres.' })
  await page.goto(person)
  await page.goto(await hrefOf(page, 'main a[href*="/deficiencies/"]'))
  const notice = pathOf(page)
  await sends(page, { more: '14', because: 'asked' })
  await inTheAccount(tour, stage)
  await lookedAtAgain(tour, stage)
  await page.goto(notice)
  await see('desk-state-notice-answered', page)
  await sends(page, { outcome: 'cured.mended' })
  await page.goto(notice)
  await see('desk-state-notice-concluded', page)
  await page.goto(await hrefOf(page, 'main a[href*="/undo"]'))
  await see('desk-state-undo-outcome', page)
  await page.goto(`${person}/objection`)
  await sends(page, { cameBy: 'phone', ...todayIn('askedOn') })
  await see('desk-state-person-objects', page)
  await page.goto(`${person}/objection`)
  await see('desk-state-objection-end', page)
  await sends(page, { cameBy: 'phone', ...todayIn('askedOn') })
  await page.goto(`${person}/correct`)
  await sends(page, { legalName: '' })
  await see('desk-state-errors-correct', page)
  await page.goto(person)
  await see('desk-state-person-full', page)
}

/**
 * The participant sees in the account what is wrong, and answers; then that the desk excludes them, and asks for a second look. A second
 * code for one address is sent only a minute after the first.
 */
async function inTheAccount({ newPage, origin, language, see }: Tour, { page: desk, person, email }: DeskStage) {
  const page = await newPage()
  const [before] = (await mailsTo(origin, email)).filter(({ text }) => /^\s+\d{6}$/m.test(text))
  await until('a second code', async () => {
    await page.goto(`/${language}/sign-in`)
    await page.locator('#email').fill(email)
    await Promise.all([page.waitForEvent('framenavigated'), page.locator('main form:has(#email) button[type=submit]').first().click()])
    await page.waitForLoadState()
    return page.url().endsWith('/code') || undefined
  }, 75)
  const code = await until('the code', async () => {
    const [newest] = (await mailsTo(origin, email)).filter(({ text }) => /^\s+\d{6}$/m.test(text))
    return newest && newest.id !== before?.id ? /^\s+(\d{6})$/m.exec(newest.text)?.[1] : undefined
  })
  await page.locator('#code').fill(code)
  await Promise.all([page.waitForEvent('framenavigated'), page.locator('main form:has(#code) button[type=submit]').first().click()])
  await page.waitForLoadState()
  await page.goto(`/${language}/account`)
  await see('account-deficiency-waits', page)
  await page.goto(await hrefOf(page, 'main a[href*="/deficiencies/"]'))
  await see('account-deficiency', page)
  await sends(page, { words: '' })
  await see('account-deficiency-errors', page)
  await sends(page, { answer: 'mended', words: 'Het adres staat er nu helemaal.' })
  await see('account-deficiency-answered', page)
  await desk.goto(`${person}/decide/exclude?of=tiktok`)
  await sends(desk, { reason: 'false-identity', explanation: 'Wij denken dat iemand anders zich met uw naam heeft aangemeld.' })
  await page.goto(`/${language}/account`)
  await see('account-excluded', page)
  await page.goto(await hrefOf(page, 'main a[href*="/decisions/"]'))
  await see('account-decisions', page)
  await page.goto(await hrefOf(page, 'main section a[href*="/decisions/"]'))
  await see('account-review', page)
  await sends(page, { words: '' })
  await see('account-review-errors', page)
  await sends(page, { words: 'Ik was het zelf en kan mijn paspoort laten zien.' })
  await see('account-review-asked', page)
  await page.context().close()
}

/** Who excluded cannot answer; somebody else can, and takes it back. */
async function lookedAtAgain({ see }: Tour, { page, colleague, person }: DeskStage) {
  await page.goto(person)
  await see('desk-state-person-excluded', page)
  const review = await hrefOf(page, 'main a[href*="/reviews/"]')
  await page.goto(review)
  await see('desk-state-review-own', page)
  await colleague.goto(review)
  await see('desk-state-review', colleague)
  await sends(colleague, { explanation: '' })
  await see('desk-state-errors-review', colleague)
  await colleague.goto(await hrefOf(colleague, 'main a[href*="/undo"]'))
  await sends(colleague, { reason: 'upheld-on-review', explanation: 'U heeft laten zien dat u het zelf was.' })
  await colleague.goto(review)
  await see('desk-state-review-over', colleague)
}
