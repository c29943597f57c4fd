import { expect as seen } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#words/formats.ts'
import { details, join, visitor } from '../builders.ts'
import { browsedSite, type BrowsedSite } from './site.ts'
import { allSealed, codeTo, expectWell, mailsTo, named, newEmail, press, readers, signIn, wordsOf, type Reader } from './people.ts'

// Joined on Friday 20 March 2026: day 14 is Good Friday, then comes a weekend and Easter Monday, so the last day is Tuesday 7 April
// (MO-03).
const joinedAt = '2026-03-20T11:00:00Z'
const lastDay = '2026-04-07'
const lastMinute = '2026-04-07T21:50:00Z'
const firstMinuteAfter = '2026-04-07T22:00:00Z'

const whats = ['account', 'function', 'late'] as const
/** Who joined on the first day, one for each journey: the clock only ever moves on. */
const joined = new Map<string, string>()
const emailOf = (reader: Reader, what: (typeof whats)[number]) => joined.get(`${named(reader)} ${what}`)!

let site: BrowsedSite
beforeAll(async () => {
  site = await browsedSite({ at: joinedAt })
  for (const reader of readers) for (const what of whats) {
    const email = newEmail('bedenktijd')
    await join(site, visitor(site), { email, language: reader.language })
    joined.set(`${named(reader)} ${what}`, email)
  }
  await allSealed(site)
}, 180_000)
afterAll(() => site.close())

const each = readers.map((reader) => [named(reader), reader] as const)
const claimOf = ({ language }: Reader) => ({ en: 'TikTok claim', nl: 'TikTok-claim' })[language]
const endOf = async (email: string) => site.db.selectFrom('participation_end')
  .innerJoin('participant', 'participant.person_id', 'participation_end.person_id')
  .select(['kind', 'channel']).where('email_index', '=', site.vault.index('email', email)).executeTakeFirst()

describe('in the last minutes of day 14, moved by a weekend and holidays', () => {
  beforeAll(() => { site.clock.moveTo(lastMinute) })

  test.each(each)('%s: one withdraws from the account, and the receipt is there at once', async (_, reader) => {
    const [t, email] = [wordsOf(reader), emailOf(reader, 'account')]
    const page = await site.device(reader.options)
    await signIn(site, page, reader, email)
    await page.getByRole('navigation', { name: t('account.menu.label') }).getByRole('link', { name: t('account.menu.withdraw') }).click()
    await seen(page.getByRole('heading', { level: 1 })).toHaveText(t('withdraw.confirm.title'))
    await seen(page.getByText(day(reader.language, lastDay)).first()).toBeVisible()
    await expectWell(page, reader)
    await press(page, t('withdraw.confirm.button'))
    await seen(page).toHaveURL(/\/account\/leave\/receipt\//)
    await seen(page.getByText(details.legalName).first()).toBeVisible()
    await expectWell(page, reader)
    expect(await endOf(email)).toEqual({ kind: 'withdrawn', channel: 'account' })
    expect((await mailsTo(site, email)).map(({ subject }) => subject)).toContain(await page.getByRole('heading', { level: 1 }).innerText())
    await page.goto(`/${reader.language}/account`)
    await seen(page.getByRole('navigation', { name: t('account.menu.label') }).getByRole('link', { name: t('account.menu.withdraw') }))
      .toHaveCount(0)
    await expectWell(page, reader)
    await page.context().close()
  }, 120_000)

  test.each(each)('%s: without signing in, by name, address, code, and the button', async (_, reader) => {
    const [t, email] = [wordsOf(reader), emailOf(reader, 'function')]
    const page = await site.device(reader.options)
    await page.goto(`/${reader.language}/tiktok/withdraw`)
    await page.locator('#name').fill(details.legalName)
    await page.locator('#email').fill(email)
    await expectWell(page, reader)
    await press(page, t('withdraw.button'))
    await page.locator('#code').fill(await codeTo(site, email))
    await expectWell(page, reader)
    await press(page, t('withdraw.code.button'))
    await press(page, t('withdraw.confirm.button'))
    await seen(page).toHaveURL(/\/tiktok\/withdraw\/receipt$/)
    await expectWell(page, reader)
    expect(await endOf(email)).toEqual({ kind: 'withdrawn', channel: 'function' })
    await page.context().close()
  }, 120_000)

})

describe('at 00:00 of the next day', () => {
  beforeAll(() => { site.clock.moveTo(firstMinuteAfter) })

  test.each(each)('%s: it is too late; the page says until when, and leads to ending, which is something else', async (_, reader) => {
    const [t, claim, email] = [wordsOf(reader), claimOf(reader), emailOf(reader, 'late')]
    const page = await site.device(reader.options)
    await signIn(site, page, reader, email)
    await seen(
      page.getByRole('navigation', { name: t('account.menu.label') }).getByRole('link', { name: t('account.menu.withdraw') }),
    ).toHaveCount(0)
    await page.goto(`/${reader.language}/account/withdraw`)
    await seen(page.getByRole('heading', { level: 1 })).toHaveText(t('withdraw.over.title'))
    await seen(page.getByText(day(reader.language, lastDay)).first()).toBeVisible()
    await expectWell(page, reader)
    await page.getByRole('link', { name: t('withdraw.over.end') }).click()
    await seen(page.getByRole('heading', { level: 1 })).toHaveText(t('leave.title', { claim }))
    await expectWell(page, reader)
    await page.getByRole('link', { name: t('leave.end.button') }).click()
    await expectWell(page, reader)
    await press(page, t('leave.end.send'))
    await seen(page.getByText(t('because.confirm-missing')).first()).toBeVisible()
    await page.locator('#confirm').check()
    await press(page, t('leave.end.send'))
    await seen(page).toHaveURL(/\/account\/leave\/receipt\//)
    expect(await endOf(email)).toEqual({ kind: 'terminated', channel: 'account' })
    await page.context().close()
  }, 120_000)
})

test('no page had an error in its console, and none asked elsewhere', () => { expect(site.faults).toEqual([]) })
