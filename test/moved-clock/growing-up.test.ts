import { expect as seen, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtBirthdays } from '#coming-of-age/jobs.ts'
import { inFours } from '#words/formats.ts'
import { joinWithChildren, visitor } from '../builders.ts'
import { browsedSite, type BrowsedSite } from './site.ts'
import { agree, allSealed, codeTo, expectWell, follow, mailsTo, named, newEmail, press, readers, signIn, wordsOf,
  type Reader } from './people.ts'

// Born on 29 February 2008: 18 on 1 March 2026, a year without that day (MI-01).
const born = { 'birthDate-day': '29', 'birthDate-month': '2', 'birthDate-year': '2008' }
const older = { ...born, legalName: 'Sam Voorbeeld', 'account-username': 'sam.v', 'from-month': '6', 'from-year': '2021' }
const younger = { legalName: 'Noor Voorbeeld' }
const joinedAt = '2026-01-12T11:00:00Z'
const lastMinute = '2026-02-28T22:59:00Z'
const midnight = '2026-02-28T23:00:00Z'

const families = new Map<string, { parent: string; child: string; reference: string }>()
const familyOf = (reader: Reader) => families.get(named(reader))!
const each = readers.map((reader) => [named(reader), reader] as const)

let site: BrowsedSite
beforeAll(async () => {
  site = await browsedSite({ at: joinedAt })
  for (const reader of readers) {
    const parent = newEmail('ouder')
    await joinWithChildren(site, visitor(site), { email: parent, language: reader.language, who: 'both', children: [older, younger] })
    const { reference } = await site.db.selectFrom('participation')
      .innerJoin('participant', 'participant.person_id', 'participation.person_id').select('reference')
      .where('birth_index', '=', site.vault.index('birth-date', '2008-02-29')).orderBy('joined_at', 'desc')
        .orderBy('participation.reference')
      .where('participation.person_id', 'in', site.db.selectFrom('representation').select('person_id').where('representative_id', 'in',
        site.db.selectFrom('participant').select('person_id').where('email_index', '=', site.vault.index('email', parent))))
          .executeTakeFirstOrThrow()
    families.set(named(reader), { parent, child: newEmail('kind'), reference })
  }
  await allSealed(site)
}, 240_000)
afterAll(() => site.close())

const shows = (page: Page, name: string) => page.getByRole('main').getByText(name).first()

describe('in the last minute before the eighteenth birthday', () => {
  beforeAll(() => { site.clock.moveTo(lastMinute) })

  test.each(each)('%s: the parent sees both children, each with papers of its own', async (_, reader) => {
    const t = wordsOf(reader)
    const page = await site.device(reader.options)
    await signIn(site, page, reader, familyOf(reader).parent)
    for (const name of ['Ouder Voorbeeld', 'Sam', 'Noor']) await seen(shows(page, name)).toBeVisible()
    await expectWell(page, reader)
    for (const to of ['documents', 'messages', 'details', 'my-data', 'sign-in'] as const) {
      await page.goto(`/${reader.language}/account/${to}`)
      await seen(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectWell(page, reader)
    }
    await page.goto(`/${reader.language}/account/documents`)
    await seen(shows(page, 'Sam')).toBeVisible()
    expect((await mailsTo(site, familyOf(reader).parent)).filter(({ attachments }) => attachments.length)).toHaveLength(3)
    await page.goto(`/${reader.language}/account`)
    expect(await page.getByText(t('account.tasks.title')).count()).toBeGreaterThan(0)
    await page.context().close()
  }, 90_000)
})

describe('at 00:00 of the eighteenth birthday', () => {
  const parents = new Map<string, Page>()
  beforeAll(async () => {
    // The parents are signed in already: their pages stay open over midnight.
    for (const reader of readers) {
      const page = await site.device(reader.options)
      await signIn(site, page, reader, familyOf(reader).parent).catch(async () => {
        site.pass({ seconds: 61 })
        await signIn(site, page, reader, familyOf(reader).parent)
      })
      parents.set(named(reader), page)
    }
    site.clock.moveTo(midnight)
  }, 240_000)

  test.each(each)('%s: the parent reaches nothing of the eldest any more, before any job has run; the youngest stays',
    async (_, reader) => {
    const page = parents.get(named(reader))!
    await page.goto(`/${reader.language}/account/documents`)
    await seen(shows(page, 'Noor')).toBeVisible()
    expect(await page.getByRole('main').getByText('Sam').count()).toBe(0)
    await page.goto(`/${reader.language}/account`)
    expect(await page.getByText('Sam').count()).toBe(0)
    await page.context().close()
  }, 120_000)

  test('the job of that morning hands over: the parent is told once, the capacities of the old mandate end', async () => {
    site.clock.moveTo('2026-03-01T06:00:00Z')
    expect(await lookAtBirthdays(site.working)).toMatchObject({ handedOver: readers.length })
    expect(await lookAtBirthdays(site.working)).toMatchObject({ handedOver: 0, given: 0 })
  })

  test.each(each)('%s: the young adult gets in with reference, date of birth and an own address, reads, signs, and stays without a fee',
    async (_, reader) => {
    const [t, { child, reference }] = [wordsOf(reader), familyOf(reader)]
    const page = await site.device(reader.options)
    await page.goto(`/${reader.language}/own-access`)
    await page.locator('#reference').fill(inFours(reference))
    for (const [id, value] of [['birthDate', '29'], ['birthDate-month', '2'], ['birthDate-year', '2008'],
      ['email', child]] as const) await page.locator(`#${id}`).fill(value)
    await expectWell(page, reader)
    await press(page, t('ownAccess.button'))
    await page.locator('#code').fill(await codeTo(site, child))
    await press(page, t('account.code.button'))
    await seen(page).toHaveURL(/\/account$/)
    await expectWell(page, reader)
    await follow(page, t('account.tasks.confirm', { claim: { en: 'TikTok claim', nl: 'TikTok-claim' }[reader.language] }))
    await seen(page.getByRole('heading', { level: 1 })).toHaveText(t('account.stay.title'))
    await page.locator('#terms').check()
    await expectWell(page, reader)
    await press(page, t('account.stay.button'))
    while (page.url().endsWith('/join/details')) await press(page, t('join.next'))
    await agree(page, reader)
    await seen(page).toHaveURL(/\/join\/sign$/)
    await page.getByLabel(t('parts.signTyped')).fill('Sam Voorbeeld')
    await page.getByLabel(t('parts.signTicked')).check()
    await expectWell(page, reader)
    await press(page, t('join.sign.button'))
    await seen(page).toHaveURL(/\/join\/check$/)
    await expectWell(page, reader)
    expect(await page.getByRole('main').innerText()).not.toMatch(/17[.,]50/)
    await Promise.all([page.waitForURL(/\/join\/done$/), page.locator('main form button[type=submit]').click()])
    await expectWell(page, reader)
    await page.goto(`/${reader.language}/account`)
    expect(await page.getByText(t('account.tasks.confirm', { claim: { en: 'TikTok claim', nl: 'TikTok-claim' }[reader.language] })).count())
      .toBe(0)
    await expectWell(page, reader)
    await page.context().close()
    await allSealed(site)
    expect((await mailsTo(site, child)).filter(({ attachments }) => attachments.length)).toHaveLength(1)
  }, 90_000)
})

test('no page had an error in its console, and none asked elsewhere', () => { expect(site.faults).toEqual([]) })
