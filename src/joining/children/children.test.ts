import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rememberAll } from '../../../test/account-builders.ts'
import { listReached } from '#accounts/reach.ts'
import { getContent } from '#claims/queries.ts'
import { openSession } from '#identity/sessions.ts'
import { sealedMail } from '#mandates/emails.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { child, codeFor, join, joinWithChildren, testSite, visitor, type TestSite, type Visitor } from '../../../test/builders.ts'
import { beginAgain } from '#joining/begin-again.ts'
import { findDraft } from '#joining/queries.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())
// A code is sent to an address once a minute.
let minutes = 0
beforeEach(() => site.clock.moveTo(new Date(Date.parse('2026-11-23T10:00:00Z') + (minutes += 5) * 60_000).toISOString()))

const sam = { legalName: 'Sam Voorbeeld', 'birthDate-year': '2015', authority: 'sole' }
const reached = (email: string) => listReached(site.ctx(), site.vault.index('email', email))
const feesOf = (person: string) => site.db.selectFrom('fee').select(['cents', 'reason']).where('person_id', '=', person).execute()
const drafts = (email: string) =>
  site.db.selectFrom('draft').select(['person_id', 'claim']).where('email_index', '=', site.vault.index('email', email)).execute()
const draftOf = async (email: string) => (await findDraft(site.ctx(), (await drafts(email))[0]!.person_id, 'tiktok'))!
async function recordOf(person: string): Promise<SigningRecord> {
  const row = await site.db.selectFrom('signature').select(['evidence', 'signatory', 'representative_id']).where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return JSON.parse((await site.vault.open(site.db, person)).text('signature.evidence', row.evidence)) as SigningRecord
}
/** Somebody who proved this address, in a browser of their own. */
async function signedIn(email: string, personId: string): Promise<Visitor> {
  const who = visitor(site)
  who.cookies.set('session', await openSession(site.ctx(), { personId, emailIndex: site.vault.index('email', email), proven: true }))
  return who
}

describe('a parent joins with two children', () => {
  test('each has an own participation, mandate and reference, and one fee is owed (MI-06, clause 4.4)', async () => {
    const [email, who] = ['gezin@voorbeeld.example', visitor(site)]
    expect((await joinWithChildren(site, who, { email, children: [{}, sam] })).headers.get('location')).toBe('/en/tiktok/join/done')
    const family = (await reached(email)).sort((one, other) => other.age - one.age)
    expect(family.map(({ person, as, age }) => [person.legalName, as, age]))
      .toEqual([['Ouder Voorbeeld', 'self', 32], ['Noor Voorbeeld', 'parent', 13], ['Sam Voorbeeld', 'parent', 11]])
    expect(family.map(({ person }) => person.email)).toEqual([email, undefined, undefined])
    for (const { person } of family) {
      expect(await site.db.selectFrom('mandate').select('id').where('person_id', '=', person.personId).execute()).toHaveLength(1)
    }
    const ids = family.map(({ person }) => person.personId)
    expect(await Promise.all(ids.map(feesOf)))
      .toEqual([[{ cents: 1750, reason: 'first-claim-of-this-person' }], [{ cents: 0, reason: 'paid-by-representative' }],
      [{ cents: 0, reason: 'paid-by-representative' }]])
    expect((await draftOf(email)).answers.joined).toEqual(ids)
    const html = await (await who.get('/en/tiktok/join/done')).text()
    for (const words of ['You all take part', 'Noor Voorbeeld', 'Sam Voorbeeld', '€17.50',
      'For Noor and Sam, to read together']) expect(html.includes(words), words).toBe(true)
  })

  test('the record of a child says who signs for whom, what was declared, and nothing of a brother or sister (SG-04, SG-07)', async () => {
    const email = 'verslag@voorbeeld.example'
    await joinWithChildren(site, visitor(site), { email, children: [{}, sam] })
    const [self, noor, other] = await Promise.all((await draftOf(email)).answers.joined!.map(recordOf))
    expect([self!.role, noor!.role, noor!.payer]).toEqual(['self', 'parent', self!.personId])
    expect([self!.registrationFee.cents, noor!.registrationFee.cents, other!.registrationFee.cents]).toEqual([1750, 0, 0])
    expect(self!.signature.sentence).toMatch(/I sign for myself, Ouder Voorbeeld\.$/)
    expect(noor!.signature.sentence).toMatch(/I sign for Noor Voorbeeld as parent with authority\.$/)
    expect(noor!.represented!.declaration.sentence).toBe('I am a parent of Noor Voorbeeld, born on 3 May 2013, and have authority '
      + 'over Noor Voorbeeld together with the other parent. I declare this, and know of no objection by another person with authority')
    expect(other!.represented!.declaration.sentence).toContain('the only one with authority over Sam')
    expect([JSON.stringify(noor).includes('Sam'), JSON.stringify(self).includes('Noor'), noor!.details.usage])
      .toEqual([false, false, undefined])
  })
})

test('a parent joins only for a child: the parent takes no part, tells nothing of an own use, and owes the fee', async () => {
  const [email, who] = ['alleenkind@voorbeeld.example', visitor(site)]
  await joinWithChildren(site, who, { email, who: 'children', until: 'sign' })
  const check = await (await who.get('/en/tiktok/join/check')).text()
  for (const words of ['You, as parent or guardian', 'Noor Voorbeeld', 'Join and pay €17.50', 'Once, for everybody on this page together',
    '/join/child/1"']) expect(check.includes(words), words).toBe(true)
  expect((await who.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
  const [parent, one] = await reached(email)
  expect(await site.db.selectFrom('participation').select('claim').where('person_id', '=', parent!.person.personId).execute()).toEqual([])
  expect(await feesOf(parent!.person.personId)).toEqual([{ cents: 1750, reason: 'first-claim-of-this-person' }])
  const record = await recordOf(one!.person.personId)
  expect(record.registrationFee.cents).toBe(1750)
  expect(record.onlyChildren?.sentence).toBe('I want to join only for my child or children')
  const done = await (await who.get('/en/tiktok/join/done')).text()
  for (const words of ['Your child takes part', 'Pay €17.50', 'For Noor, to read together']) expect(done.includes(words), words).toBe(true)
})

test('who joins only for a child states no use of their own: the form has words for that, and the record holds them (SG-04)', async () => {
  const [email, who] = ['nietgebruikt@voorbeeld.example', visitor(site)]
  expect(await (await who.get('/en/tiktok')).text()).toContain('href="/en/tiktok/join?for=child"')
  expect(await (await who.get('/en/tiktok?for=child')).text()).toContain('I used TikTok and want to take part')
  const form = await (await who.get('/en/tiktok/join?for=child')).text()
  expect([form.includes('name="statement" value="child"'), form.includes('I want to join for a child'), form.includes('I used TikTok')])
    .toEqual([true, true, false])
  const wrong = await who.post('/en/tiktok/join', { name: 'Ouder', email: 'geen adres', statement: 'child', terms: 'yes' })
  expect((await wrong.text()).includes('name="statement" value="child"')).toBe(true)
  await who.post('/en/tiktok/join', { name: 'Ouder', email, statement: 'child', terms: 'yes' })
  const { answers } = await draftOf(email)
  expect(answers.statement.sentence).toBe('I want to join for a child')
  await who.post('/en/tiktok/join/code', { code: await codeFor(site, email) })
  expect(/<input[^>]*\schecked[^>]*>/.exec(await (await who.get('/nl/tiktok/join/who')).text())?.[0]).toContain('value="children"')
  const other = visitor(site)
  await join(site, other, { email: 'welgebruikt@voorbeeld.example', until: 'code' })
  expect(await (await other.get('/en/tiktok/join/who')).text()).not.toMatch(/<input[^>]*\schecked/)
})

test('what is asked of a child speaks of the child, in the form and where something is wrong', async () => {
  const who = visitor(site)
  await joinWithChildren(site, who, { email: 'woorden@voorbeeld.example', who: 'children', until: 'details', language: 'nl' })
  const html = await (await who.get('/nl/tiktok/join/child')).text()
  for (const words of ['paspoort of de identiteitskaart van het kind', 'Hoe TikTok het kind kent', 'of het kind bij de groep hoort']) {
    expect(html.includes(words), words).toBe(true)
  }
  for (const form of [html, await (await who.post('/nl/tiktok/join/child', {})).text()]) {
    expect(/(op|in) je paspoort|kent je|je kent|je gegevens|je bij de groep|je het nog/.exec(form.slice(form.indexOf('<form')))).toBeNull()
  }
})

test('of a child who is 16 mail and receipt say so for the present, and promise no money back that nobody asked', async () => {
  const [email, who] = ['zestien@voorbeeld.example', visitor(site)]
  await joinWithChildren(site, who, { email, children: [{ 'birthDate-year': '2010' }] })
  expect(await (await who.get('/en/tiktok/join/done')).text()).toContain('You are 16 or older: you decide yourself')
  const mails = await Promise.all((await draftOf(email)).answers.joined!.map(async (personId) => {
    const signing = await recordOf(personId)
    const mail = await sealedMail(site.ctx(), { personId, signing, sha256: 'f'.repeat(64), origin: 'http://localhost:8080' })
    return mail.text.replaceAll(/\s+/g, ' ')
  }))
  const said = (words: string) => mails.map((text) => text.includes(words))
  expect(said('Noor is 16 or older and must agree')).toEqual([false, true])
  expect(said('From 16 Noor must')).toEqual([false, false])
  expect(said('you get back everything you paid')).toEqual([true, false])
  expect(said('Withdrawing costs nothing')).toEqual([false, true])
})

describe('a parent who takes part', () => {
  const email = 'later@voorbeeld.example'
  test('joins later for a child from the account, and pays nothing more', async () => {
    await join(site, visitor(site), { email, answers: { legalName: 'Ouder Voorbeeld' } })
    site.clock.moveTo(new Date(site.clock.now().getTime() + 60_000).toISOString())
    const [{ person_id: personId }] = (await drafts(email)) as unknown as [{ person_id: string }]
    const [claim, statement] = [await getContent(site.db, 'tiktok', 'en'),
      { sentence: 'I join for a child', terms: '', texts: [], at: site.clock.now().toISOString() }]
    const again = { personId, purpose: 'join', provenAt: site.clock.now().toISOString(), statement } as const
    expect(await beginAgain(site.ctx(), claim, again)).toMatchObject({ ok: false, because: 'takes-part-already' })
    expect(await beginAgain(site.ctx(), claim, { ...again, who: 'children' })).toMatchObject({ ok: true })
    const who = await signedIn(email, personId)
    const first = await (await who.get('/en/tiktok/join/child')).text()
    expect([first.includes('Step 3 of 6'), first.includes('name="street"')]).toEqual([true, false])
    expect((await who.post('/en/tiktok/join/who', { who: 'both' })).status).toBe(422)
    expect((await who.post('/en/tiktok/join/child', child)).status).toBe(303)
    for (const [step, form] of [['children', { declared: 'yes' }]] as const) expect((await who.post(`/en/tiktok/join/${step}`,
      form)).headers.get('location')).toBe('/en/tiktok/join/agreements')
    const html = await (await who.get('/en/tiktok/join/agreements')).text()
    expect([html.includes('For whom you sign'), html.includes('Noor Voorbeeld, as parent'), html.includes('for yourself</li>')])
      .toEqual([true, true, false])
    const ticks = Object.fromEntries([...html.matchAll(/name="(text-[a-z-]+)" value="([0-9a-f]{64})"/g)].map(([, name, value]) => [name!,
      value!]))
    await who.post('/en/tiktok/join/agreements', { ...ticks, successFee: 'fixed' })
    await who.post('/en/tiktok/join/sign', { 'signature-typed': 'Ouder Voorbeeld', 'signature-ticked': 'yes' })
    expect(await (await who.get('/en/tiktok/join/check')).text()).toContain('Join and pay only if I receive money')
    expect((await who.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
    expect(await feesOf(personId)).toEqual([{ cents: 1750, reason: 'first-claim-of-this-person' }])
    expect(await (await who.get('/en/tiktok/join/done')).text()).not.toContain('IBAN')
  })

  test('cannot join the same child a second time, however the name is written', async () => {
    const who = visitor(site)
    await joinWithChildren(site, who, { email, who: 'children', until: 'details' })
    const sent = await who.post('/en/tiktok/join/child', { ...child, legalName: 'NOÓR  voorbeeld' })
    expect([sent.status, (await sent.text()).includes('takes part in this claim already')]).toEqual([422, true])
  })
})

describe('what a child is asked (MI-02, SG-07)', () => {
  let who: Visitor
  const send = async (more: Record<string, string>) => {
    const sent = await who.post('/en/tiktok/join/child', { ...child, ...more })
    return [sent.status, /class="field-error" id="([a-zA-Z-]+)-error"[^>]*>.*?<\/span>(.*?)<\/p>/s.exec(await sent.text())?.slice(1)
      .join(': ').slice(0, 60)]
  }
  beforeAll(async () => {
    who = visitor(site)
    await joinWithChildren(site, who, { email: 'fouten@voorbeeld.example', until: 'details' })
  })
  test.each([
    ['18 or older', { 'birthDate-year': '2008', 'birthDate-month': '11', 'birthDate-day': '22' },
      'birthDate: Somebody of 18 or older joins alone'],
    ['not born yet', { 'birthDate-year': '2027' }, 'birthDate: A date of birth cannot lie in the future'],
    ['a name no document can show', { legalName: '王小明' }, 'legalName: Our documents cannot show'],
    ['no name', { legalName: '' }, 'legalName: Enter the full name of the child'],
    ['no date', { 'birthDate-day': '', 'birthDate-month': '', 'birthDate-year': '' }, 'birthDate: Enter the date of birth of the child'],
    ['an account no document can show', { 'account-username': '王小明' }, 'account-username: Our documents cannot show'],
    ['a period turned round', { 'from-year': '2024', still: '', 'until-month': '1', 'until-year': '2024' },
      'until: The end of the period lies before'],
    ['a period before the birth', { 'from-year': '2012' }, 'from: The period begins before the child was born'],
    ['no relation', { authority: '' }, 'authority: Choose how you are related to this child'],
    ['one’s own address as the other parent', { otherName: 'X', otherEmail: 'Fouten@voorbeeld.example' },
      'otherEmail: This is your own e-mail address'],
    ['an address without a name', { otherEmail: 'ander@voorbeeld.example' }, 'otherName: Enter the name of the other parent too'],
  ])('%s is refused at its field', async (_, more, words) => {
    const [status, said] = await send(more as Record<string, string>)
    expect([status, said?.toString().startsWith(words) || said]).toEqual([422, true])
  })
  test('the day before the 18th birthday is not too late; the same child twice is refused; a change asks for the declaration again',
    async () => {
    expect((await send({ 'birthDate-year': '2008', 'birthDate-month': '11', 'birthDate-day': '24' }))[0]).toBe(303)
    expect(await send({ legalName: 'noor VOORBEELD', 'birthDate-year': '2008', 'birthDate-month': '11', 'birthDate-day': '24' }))
      .toEqual([422, 'legalName: You have added this child already'])
    expect((await who.post('/en/tiktok/join/children', {})).status).toBe(422)
    expect((await who.post('/en/tiktok/join/children', { declared: 'yes' })).headers.get('location')).toBe('/en/tiktok/join/agreements')
    expect((await who.post('/en/tiktok/join/child/1', { ...child, legalName: 'Noortje Voorbeeld' })).headers.get('location'))
      .toBe('/en/tiktok/join/children')
    expect((await who.get('/en/tiktok/join/agreements')).headers.get('location')).toBe('/en/tiktok/join/children')
    expect((await who.post('/en/tiktok/join/child/2', child)).status).toBe(404)
    expect((await who.post('/en/tiktok/join/child/1/remove')).headers.get('location')).toBe('/en/tiktok/join/children')
    expect((await who.get('/en/tiktok/join/children')).headers.get('location')).toBe('/en/tiktok/join/child')
  })
  test('who joins for themselves after all is not asked for children, and what was told of them is forgotten', async () => {
    await who.post('/en/tiktok/join/child', child)
    expect((await who.post('/en/tiktok/join/who', { who: 'self' })).headers.get('location')).toBe('/en/tiktok/join/agreements')
    expect((await draftOf('fouten@voorbeeld.example')).answers.children).toBeUndefined()
    expect((await who.get('/en/tiktok/join/child')).headers.get('location')).toBe('/en/tiktok/join/agreements')
  })
  test('who turns 18 while the pages are open is not signed for', async () => {
    const own = visitor(site)
    const almost = { 'birthDate-year': '2008', 'birthDate-month': '12', 'birthDate-day': '10' }
    await joinWithChildren(site, own, { email: 'jarig@voorbeeld.example', until: 'sign', children: [almost] })
    await rememberAll(site)
    site.clock.moveTo('2026-12-09T23:00:00Z')
    const sent = await own.post('/en/tiktok/join/check')
    expect([sent.status, (await sent.text()).includes('Somebody of 18 or older joins alone'), await reached('jarig@voorbeeld.example')])
      .toEqual([422, true, []])
  })
})

test('the account leads to joining for a child that is new; an account without an adult, or nobody, does not get there', async () => {
  const email = 'rekening@voorbeeld.example'
  await join(site, visitor(site), { email, answers: { legalName: 'Ouder Voorbeeld' } })
  const who = await signedIn(email, (await drafts(email))[0]!.person_id)
  expect(await (await who.get('/en/account/claims')).text()).toContain('/en/account/join-for-child/tiktok')
  expect((await who.post('/en/account/join-for-child/tiktok', {})).status).toBe(422)
  expect((await who.post('/en/account/join-for-child/tiktok', { terms: 'yes' })).headers.get('location')).toBe('/en/tiktok/join/children')
  expect((await who.get('/en/tiktok/join/children')).headers.get('location')).toBe('/en/tiktok/join/child')
  const nobody = await signedIn('niemand@voorbeeld.example', '00000000-0000-4000-8000-000000000000')
  expect([(await nobody.get('/en/account/join-for-child/tiktok')).status,
    (await visitor(site).get('/en/account/join-for-child/tiktok')).status]).toEqual([404, 403])
})
