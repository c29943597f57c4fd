import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBankAccount, masked } from '#accounts/bank-account.ts'
import { moneyMayMoveFrom } from '#accounts/cool-down.ts'
import { wayBack } from '#accounts/way-back.ts'
import { getOrganisation } from '#claims/queries.ts'
import { joined, signedIn, wait } from './account-builders.ts'
import { familyWith, personAt } from './families.ts'
import { newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const iban = 'NL20 INGB 0001 2345 67'
const path = (person: string) => `/en/account/bank-account/${person}`
const enter = (who: Visitor, person: string, fields: Record<string, string> = {}) => who.post(path(person),
  { holder: 'V. Deelnemer', iban, own: 'yes', ...fields })

describe('one’s own bank account', () => {
  const email = 'rekening@voorbeeld.example'
  let who: Visitor
  let person: string
  beforeAll(async () => {
    await joined(site, email)
    person = await personAt(site, email)
    who = await signedIn(site, email)
  })

  test.each([
    ['a wrong number', { iban: 'NL91 ABNA 0417 1643 01' }, 'IBAN is not right'], ['no number', { iban: ' ' }, 'Enter the account number'],
    ['a number outside SEPA', { iban: 'TR33 0006 1005 1978 6457 8413 26' }, 'SEPA'],
    ['no holder', { holder: '' }, 'name of the account holder'],
    ['signs no bank reads', { holder: 'V. 中 Deelnemer' }, 'A bank cannot read'],
    ['an account of somebody else', { own: '' }, 'in this name'],
  ])('with %s is refused', async (_, fields, words) => {
    const answer = await enter(who, person, fields)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)])
    expect(await site.db.selectFrom('bank_account').select('id').execute()).toEqual([])
  })

  test('is sealed, shown by its last 4, told by mail without the number, and kept as history', async () => {
    wait(site, 1)
    expect((await enter(who, person)).status).toBe(303)
    const page = await (await who.get(path(person))).text()
    expect(page).toContain('NL •••• 4567')
    expect(page).not.toMatch(/0001|INGB/)
    const mail = await newestMail(site, email)
    expect(mail?.subject).toBe('A bank account was filled in or changed')
    expect(mail?.text).not.toMatch(/4567|INGB/)
    const [row] = await site.db.selectFrom('bank_account').selectAll().execute()
    expect(row!.account.toString('latin1')).not.toMatch(/INGB|Deelnemer/)
    expect((await enter(who, person)).status).toBe(422)
    wait(site, 1)
    expect((await enter(who, person, { iban: 'BE68 5390 0754 7034' })).status).toBe(303)
    expect(await findBankAccount(site.ctx(), person))
      .toMatchObject({ holder: 'V. Deelnemer', iban: 'BE68539007547034', belongsTo: 'person' })
    expect(await site.db.selectFrom('bank_account').select('actor').execute())
      .toEqual([{ actor: `participant:${person}` }, { actor: `participant:${person}` }])
    expect(masked('NL20INGB0001234567')).toBe('NL •••• 4567')
  })

  test('money waits 14 days after the newest change, and the page says from when (PO-06)', async () => {
    const entered = site.clock.now().getTime()
    expect(await moneyMayMoveFrom(site.ctx(), person)).toEqual(new Date(entered + 14 * 86_400_000))
    expect(await (await who.get(path(person))).text()).toContain('We pay nothing out before 7 December 2026')
    expect(await moneyMayMoveFrom({ db: site.db, now: new Date(entered + 14 * 86_400_000) }, person)).toBeUndefined()
    expect(await moneyMayMoveFrom(site.ctx(), person, 30)).toEqual(new Date(entered + 30 * 86_400_000))
  })

  test('is nobody else’s to see or to change', async () => {
    const thief = await joined(site, 'gluurder@voorbeeld.example').then(() => signedIn(site, 'gluurder@voorbeeld.example'))
    expect([(await thief.get(path(person))).status, (await enter(thief, person)).status]).toEqual([404, 404])
    expect([(await visitor(site).get(path(person))).status, (await enter(visitor(site), person)).status]).toEqual([403, 403])
  })
})

describe('the money of a child (MI-07)', () => {
  const email = 'gezag@voorbeeld.example'
  let who: Visitor
  let [parent, kid] = ['', '']
  beforeAll(async () => {
    wait(site, 60)
    ;({ parent, kid } = await familyWith(site, email, 2014))
    who = await signedIn(site, email)
  })

  test('goes to an account in its name, or to that of who acts for it with a declaration', async () => {
    expect((await enter(who, kid)).status).toBe(422)
    expect((await enter(who, kid, { whose: 'representative' })).status).toBe(422)
    wait(site, 1)
    expect((await enter(who, kid, { whose: 'representative', declared: 'yes' })).status).toBe(303)
    expect(await findBankAccount(site.ctx(), kid)).toMatchObject({ belongsTo: 'representative' })
    expect((await newestMail(site, email))?.text).toMatch(/Kind\s+Voorbeeld/)
    const safe = await site.vault.open(site.db, kid)
    const [row] = await site.db.selectFrom('bank_account').selectAll().where('person_id', '=', kid).execute()
    expect(JSON.parse(safe.text('bank_account.account', row!.account)))
      .toMatchObject({ declaration: expect.stringContaining('the money belongs to Kind Voorbeeld') as string })
    wait(site, 1)
    expect((await enter(who, kid, { whose: 'person' })).status).toBe(303)
    expect(await findBankAccount(site.ctx(), kid)).toMatchObject({ belongsTo: 'person' })
  })

  test('an account of who acted for it counts no more from its 18th birthday', async () => {
    wait(site, 1)
    await enter(who, kid, { whose: 'representative', declared: 'yes' })
    const at = (day: string) => findBankAccount({ ...site.ctx(), now: new Date(`${day}T12:00:00Z`) }, kid)
    expect([(await at('2032-05-04'))?.belongsTo, await at('2032-05-05')]).toEqual(['representative', undefined])
  })

  test('an adult names no account of a representative', async () => {
    expect((await enter(who, parent, { whose: 'representative', declared: 'yes', own: '' })).status).toBe(422)
  })

  test('waits too when somebody got into the parent’s account by the way back', async () => {
    wait(site, 20 * 24 * 60)
    expect(await moneyMayMoveFrom(site.ctx(), kid)).toBeUndefined()
    await site.db.insertInto('passkey')
      .values({ person_id: parent, credential_id: Buffer.of(1), id: parent, public_key: Buffer.of(1), counter: 0, transports: [],
      synced: false, browser: 'other', system: 'other', added_at: site.clock.now() }).execute()
    await wayBack(site.ctx(),
      { organisation: await getOrganisation(site.db, 'en'), origin: site.world.site.origin, emailIndex: site.vault.index('email', email) })
    expect(await moneyMayMoveFrom(site.ctx(), kid)).toEqual(new Date(site.clock.now().getTime() + 14 * 86_400_000))
  })

  test('is nothing any more to who acted for it before', async () => {
    wait(site, 60)
    const before = await signedIn(site, email)
    expect((await before.get(path(kid))).status).toBe(200)
    await site.db.insertInto('representation_end')
      .values({ person_id: kid, representative_id: parent, reason: 'given-up', ended_at: site.clock.now() }).execute()
    expect([(await before.get(path(kid))).status, (await enter(before, kid, { whose: 'person' })).status]).toEqual([404, 404])
  })
})
