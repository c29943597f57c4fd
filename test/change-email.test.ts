import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyMayMoveFrom } from '#accounts/cool-down.ts'
import { sweepAsked } from '#accounts/jobs.ts'
import { listChanges } from '#participants/correct.ts'
import { personsAt } from '#participants/queries.ts'
import { reachAt } from '#participants/reach-at.ts'
import { joined, signedIn, wait } from './account-builders.ts'
import { familyWith, personAt } from './families.ts'
import { codeFor, join, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const index = (email: string) => site.vault.index('email', email)
const ask = (who: Visitor, person: string, email: string) => who.post(`/en/account/email/${person}`, { email })
const prove = async (who: Visitor, person: string, email: string, fields: Record<string, string> = {}) =>
  who.post(`/en/account/email/${person}/code`, { code: await codeFor(site, email), share: 'yes', ...fields })

describe('changing the address of an account', () => {
  const [old, next] = ['oud@voorbeeld.example', 'nieuw@voorbeeld.example']
  let [who, elsewhere]: Visitor[] = []
  let person = ''
  beforeAll(async () => {
    await joined(site, old)
    elsewhere = await signedIn(site, old, { remember: true })
    wait(site, 2)
    who = await signedIn(site, old)
    person = await personAt(site, old)
  })

  test('changes nothing before the code from the new mailbox is typed, and tells the old one nothing yet', async () => {
    const sent = await ask(who!, person, `  Nieuw@Voorbeeld.example `)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/en/account/email/${person}/code`])
    expect((await newestMail(site, next))?.subject).toMatch(/^\d{6} is your code for your new e-mail address$/)
    expect(await personsAt(site, index(next))).toEqual([])
    expect(await (await who!.get(`/en/account/email/${person}/code`)).text()).toContain(next)
    expect((await who!.post(`/en/account/email/${person}/code`,
      { code: '000000' === await codeFor(site, next) ? '000001' : '000000', share: 'yes' })).status).toBe(422)
    expect((await prove(who!, person, next, { share: '' })).status).toBe(422)
    expect(await personsAt(site, index(next))).toEqual([])
  })

  test('takes no code that was sent to the old address for something else', async () => {
    await who!.post('/en/account/confirm', { to: '' })
    const code = await codeFor(site, old)
    if (code !== await codeFor(site, next)) expect((await who!.post(`/en/account/email/${person}/code`, { code, share: 'yes' })).status)
      .toBe(422)
  })

  test('then reaches the person there, keeps what stood before, tells both mailboxes, and ends the other devices', async () => {
    wait(site, 1)
    const done = await prove(who!, person, next)
    expect([done.status, done.headers.get('location')]).toEqual([303, '/en/account/email-changed'])
    expect([await personsAt(site, index(old)), await personsAt(site, index(next))]).toEqual([[], [person]])
    expect((await listChanges(site, person)).map(({ field, was, actor }) => [field, was, actor]))
      .toEqual([['email', old, `participant:${person}`]])
    expect([(await newestMail(site, old))?.subject, (await newestMail(site, next))?.subject])
      .toEqual(['Your e-mail address with us was changed', 'This is now your e-mail address with us'])
    expect((await newestMail(site, old))?.text).not.toContain(next)
    expect([(await who!.get('/en/account')).status, (await elsewhere!.get('/en/account')).status]).toEqual([200, 403])
    expect(await (await who!.get('/en/account/sign-in')).text()).toContain(next)
    expect(await site.db.selectFrom('email_change_ask').selectAll().execute()).toEqual([])
  })

  test('money waits 14 days from then (PO-06)', async () => {
    const from = await moneyMayMoveFrom(site.ctx(), person)
    expect(from).toEqual(new Date(site.clock.now().getTime() + 14 * 86_400_000))
    expect(await moneyMayMoveFrom({ db: site.db, now: from! }, person)).toBeUndefined()
    expect(await moneyMayMoveFrom(site.ctx(), person, 1)).toEqual(from)
  })

  test('the old address is nobody any more: no code by signing in, none for a joining that was begun', async () => {
    wait(site, 20)
    await visitor(site).post('/en/sign-in', { email: old })
    expect((await newestMail(site, old))?.text).not.toMatch(/^\s+\d{6}$/m)
    expect(await site.db.selectFrom('draft').select('person_id').where('email_index', '=', index(old)).execute()).toEqual([])
    expect((await signedIn(site, next)).cookies.get('session')).toBeTruthy()
  })
})

describe('several people with one address', () => {
  const [home, own, taken] = ['thuis@voorbeeld.example', 'alleen@voorbeeld.example', 'bezet@voorbeeld.example']

  test('only the one whose address is changed changes; this device stays with the others', async () => {
    await joined(site, home, { legalName: 'Eerste Voorbeeld' })
    await joined(site, home, { legalName: 'Tweede Voorbeeld' })
    const [first, second] = await personsAt(site, index(home))
    const who = await signedIn(site, home)
    const page = await (await who.get(`/en/account/email/${second}`)).text()
    expect(page).toContain('This changes the address of Tweede Voorbeeld only')
    expect(page).toContain('These people keep the address they have: Eerste Voorbeeld.')
    await ask(who, second!, own)
    expect((await prove(who, second!, own)).status).toBe(303)
    expect([await personsAt(site, index(home)), await personsAt(site, index(own))]).toEqual([[first], [second]])
    const shown = await (await who.get('/en/account')).text()
    expect([shown.includes('Eerste Voorbeeld'), shown.includes('Tweede Voorbeeld')]).toEqual([true, false])
    expect((await who.get(`/en/account/email/${second}`)).status).toBe(404)
  })

  test('an address that somebody has already is answered like any other; only its mailbox opens it (decision 12)', async () => {
    await joined(site, taken, { legalName: 'Derde Voorbeeld' })
    const who = await signedIn(site, home)
    const [person] = await personsAt(site, index(home))
    const page = async (email: string) => {
      wait(site, 1)
      const sent = await ask(who, person!, email)
      return [sent.status, (await (await who.get(`/en/account/email/${person}/code`)).text()).replaceAll(email, '')
        .replace(/\d\d:\d\d/g, '')]
    }
    expect(await page('niemand@voorbeeld.example')).toEqual(await page(taken))
    expect(await (await who.get('/en/account')).text()).not.toContain('Derde Voorbeeld')
    expect((await prove(who, person!, taken)).status).toBe(303)
    expect(await personsAt(site, index(taken))).toHaveLength(2)
    expect(await site.db.selectFrom('participant_flag').select('flag').where('person_id', '=', person!).where('flag', '=', 'shared-address')
      .execute()).toHaveLength(1)
  })
})

describe('a family', () => {
  const [parents, own] = ['ouder@voorbeeld.example', 'kind@voorbeeld.example']
  let [parent, kid] = ['', '']
  beforeAll(async () => {
    wait(site, 60)
    ;({ parent, kid } = await familyWith(site, parents, 2010))
  })

  test('nobody changes the address of a child they act for', async () => {
    const who = await signedIn(site, parents)
    expect([(await who.get(`/en/account/email/${kid}`)).status, (await ask(who, kid, own)).status]).toEqual([404, 404])
  })

  test('a child with an account of its own and who acts for it never share an address, in neither direction (GD-07)', async () => {
    await reachAt(site.ctx(), kid, own)
    wait(site, 2)
    const grown = await signedIn(site, own)
    const refusedTo = await ask(grown, kid, parents)
    expect([refusedTo.status, await refusedTo.text()]).toEqual([422, expect.stringContaining('need an address each')])
    wait(site, 2)
    const who = await signedIn(site, parents)
    expect((await ask(who, parent, own)).status).toBe(422)
    expect(await site.db.selectFrom('email_code').select('id').where('purpose', '=', 'change-email').where('person_id', 'in', [parent, kid])
      .execute()).toEqual([])
  })

  test('nor when the other one took the address while the code was under way', async () => {
    wait(site, 20)
    const who = await signedIn(site, parents)
    await ask(who, parent, 'wedloop@voorbeeld.example')
    await reachAt(site.ctx(), kid, 'wedloop@voorbeeld.example')
    expect((await prove(who, parent, 'wedloop@voorbeeld.example')).status).toBe(422)
    expect(await personsAt(site, index('wedloop@voorbeeld.example'))).toEqual([kid])
  })
})

test('nobody changes the address of another family, nor of somebody who does not exist', async () => {
  wait(site, 60)
  const thief = await joined(site, 'dief@voorbeeld.example').then(() => signedIn(site, 'dief@voorbeeld.example'))
  const victim = await personAt(site, 'nieuw@voorbeeld.example')
  for (const person of [victim, randomUUID(), 'x']) {
    for (const path of [`/en/account/email/${person}`, `/en/account/email/${person}/code`]) {
      expect((await thief.get(path)).status).toBe(404)
      expect((await thief.post(path, { email: 'dief2@voorbeeld.example', code: '123456', share: 'yes' })).status).toBe(404)
    }
  }
})

test('a joining that was begun goes along to the new address', async () => {
  const [old, next] = ['reis@voorbeeld.example', 'reis-nieuw@voorbeeld.example']
  const who = await joined(site, old)
  await join(site, who, { email: old, claim: 'zoom', until: 'code' })
  const draft = await site.db.selectFrom('draft').select('person_id').where('claim', '=', 'zoom').where('email_index', '=', index(old))
    .executeTakeFirstOrThrow()
  const person = (await personsAt(site, index(old)))[0]!
  wait(site, 2)
  const signed = await signedIn(site, old)
  await ask(signed, person, next)
  await prove(signed, person, next)
  const left = await site.db.selectFrom('draft').select('person_id').where('email_index', '=', index(old)).execute()
  // Somebody else of the household may have begun with the old address: a draft of another person stays.
  expect(left).toEqual(draft.person_id === person ? [] : [{ person_id: draft.person_id }])
})

test('a new address that nobody proved is forgotten after a day', async () => {
  const who = await signedIn(site, 'nieuw@voorbeeld.example')
  await ask(who, await personAt(site, 'nieuw@voorbeeld.example'), 'vergeten@voorbeeld.example')
  wait(site, 25 * 60)
  await sweepAsked(site)
  expect(await site.db.selectFrom('email_change_ask').select('person_id').execute()).toEqual([])
})
