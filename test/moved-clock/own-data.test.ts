import { expect as seen, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { details, join, visitor } from '../builders.ts'
import { unzipped } from '../unzipped.ts'
import { browsedSite, type BrowsedSite } from './site.ts'
import { agree, allSealed, expectWell, follow, mailsTo, named, newEmail, press, proveAgain, readers, signIn, wordsOf } from './people.ts'

let site: BrowsedSite
const emails = new Map<string, string>()
const each = readers.map((reader) => [named(reader), reader] as const)

beforeAll(async () => {
  site = await browsedSite({ at: '2026-06-01T09:00:00Z' })
  for (const reader of readers) {
    const email = newEmail('eigen')
    await join(site, visitor(site), { email, language: reader.language })
    emails.set(named(reader), email)
  }
  await allSealed(site)
  site.pass({ days: 30 })
}, 240_000)
afterAll(() => site.close())

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((go) => setTimeout(go, 300))
  }
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [arriving] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  const chunks: Buffer[] = []
  for await (const chunk of await arriving.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe.each(each)('%s', (_, reader) => {
  const t = wordsOf(reader)
  const email = () => emails.get(named(reader))!
  const person = () => site.db.selectFrom('participant').select('person_id').where('email_index', '=', site.vault.index('email', email()))
    .executeTakeFirst()
  const claims = { en: 'TikTok claim', nl: 'TikTok-claim' }[reader.language]
  let page: Page

  test('an adult signs in, sees where the claim stands, and every page of the account', async () => {
    page = await site.device(reader.options)
    await signIn(site, page, reader, email())
    await seen(page.getByText(claims).first()).toBeVisible()
    await expectWell(page, reader)
    for (const name of ['documents', 'messages', 'details', 'my-data', 'sign-in'] as const) {
      await page.getByRole('navigation', { name: t('account.menu.label') })
        .getByRole('link', { name: t(`account.menu.${name}`), exact: true }).click()
      await seen(page).toHaveURL(new RegExp(`/account/${name}$`))
      await expectWell(page, reader)
    }
  }, 120_000)

  test('joins a second claim: nothing known is asked again, and nothing is to be paid', async () => {
    const { person_id: id } = (await person())!
    await page.goto(`/${reader.language}/account/claims`)
    await expectWell(page, reader)
    site.pass({ seconds: 16 * 60 })
    await page.goto(`/${reader.language}/account/claims/zoom/${id}`)
    await proveAgain(site, page, reader, email())
    await seen(page).toHaveURL(/\/account\/claims\/zoom\//)
    await page.locator('#terms').check()
    await expectWell(page, reader)
    await Promise.all([page.waitForURL(/\/zoom\/join\//), page.locator('main form button[type=submit]').click()])
    await seen(page).toHaveURL(/\/join\/details$/)
    expect(await page.locator('#legalName').count()).toBe(0)
    await page.locator('[id^=account-]').first().fill('voorbeeld')
    for (const [field, value] of [['from', '3'], ['from-year', '2020']] as const) await page.locator(`#${field}`).fill(value)
    await page.locator('#still').check()
    await expectWell(page, reader)
    await press(page, t('join.next'))
    await agree(page, reader)
    await page.getByLabel(t('parts.signTyped')).fill(details.legalName)
    await page.getByLabel(t('parts.signTicked')).check()
    await press(page, t('join.sign.button'))
    await expectWell(page, reader)
    expect(await page.locator('main form button[type=submit]').innerText()).not.toMatch(/17/)
    await Promise.all([page.waitForURL(/\/zoom\/join\/done$/), page.locator('main form button[type=submit]').click()])
    await page.goto(`/${reader.language}/account`)
    await seen(page.getByText(/Zoom/).first()).toBeVisible()
    expect(await site.db.selectFrom('fee').select(['cents', 'reason']).where('person_id', '=', id).orderBy('owed_at').execute()).toEqual([
      { cents: 1750, reason: 'first-claim-of-this-person' }, { cents: 0, reason: 'owed-for-another-claim' },
    ])
    await allSealed(site)
  }, 120_000)

  test('takes all data along in one archive', async () => {
    const { person_id: id } = (await person())!
    await page.goto(`/${reader.language}/account/my-data/${id}/archive`)
    await expectWell(page, reader)
    await press(page, t('myData.take.ask'))
    await until(async () => {
      await page.goto(`/${reader.language}/account/my-data`)
      return (await page.getByRole('link', { name: t('myData.take.download') }).count()) || undefined
    })
    await expectWell(page, reader)
    const files = unzipped(await download(page, t('myData.take.download')))
    const names = Object.keys(files)
    expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(2)
    const told = JSON.parse(files[names.find((name) => name.endsWith('data.json'))!]!) as object
    expect(JSON.stringify(told)).toContain(details.legalName)
  }, 120_000)

  test('has everything erased that need not be kept, sees beforehand what stays and why, and is signed out', async () => {
    const { person_id: id } = (await person())!
    await page.goto(`/${reader.language}/account/my-data/${id}/erase`)
    await seen(page.getByText(t('erase.why.17-3-b')).first()).toBeVisible()
    await expectWell(page, reader)
    await follow(page, t('erase.on'))
    await press(page, t('erase.confirm.button'))
    await seen(page.getByText(t('because.not-ticked-erase')).first()).toBeVisible()
    await expectWell(page, reader)
    await page.locator('#sure').check()
    await press(page, t('erase.confirm.button'))
    await seen(page.getByRole('heading', { level: 1 })).toHaveText(t('erase.done.title'))
    await expectWell(page, reader)
    await page.goto(`/${reader.language}/account`)
    await seen(page.getByRole('heading', { level: 1 })).not.toHaveText(t('account.title'))
    await until(async () => ((await person()) === undefined ? true : undefined))
    expect(await mailsTo(site, email())).toEqual([])
    await page.context().close()
  }, 120_000)
})

test('no page had an error in its console, and none asked elsewhere', () => { expect(site.faults).toEqual([]) })
