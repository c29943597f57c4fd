import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReached } from '#accounts/reach.ts'
import { lookAtBirthdays } from '#coming-of-age/jobs.ts'
import { daysAfter } from '#guardians/birthdays.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { suspend } from '#guardians/suspend.ts'
import { represent } from '#guardians/represent.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { findNewest } from '#participants/queries.ts'
import { storeFile } from '#platform/files/stored.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { codeFor, join, joinWithChildren, newestMail, testSite, ticks, visitor, type TestSite, type Visitor } from './builders.ts'

let site: TestSite
/** A site of its own: the clock of a site is never moved back. */
const ownSite = () => {
  beforeAll(async () => { site = await testSite({ at: '2027-12-01T10:00:00Z' }) })
  afterAll(() => site.close())
}

const at = (day: string, time = '07:40:00Z') => site.clock.moveTo(`${day}T${time}`)
const born = (date: string) => {
  const [year, month, day] = date.split('-').map((part) => String(Number(part))) as [string, string, string]
  return { 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }
}
const index = (email: string) => site.vault.index('email', email)
const personAt = async (email: string) =>
  (await site.db.selectFrom('participant').select('person_id').where('email_index', '=', index(email)).executeTakeFirstOrThrow()).person_id

/** A parent with one child of that date of birth. */
async function family(name: string, birthDate: string, more: { who?: 'children' | 'both' } = {}) {
  const [who, email] = [visitor(site), `${name}@voorbeeld.example`]
  await joinWithChildren(site, who, { email, children: [{ legalName: `Kind ${name}`, ...born(birthDate) }], ...more })
  const parent = await personAt(email)
  const { person_id: child } = await site.db.selectFrom('representation').select('person_id').where('representative_id', '=', parent).executeTakeFirstOrThrow()
  return { who, email, parent, child, reference: (await findNewest(site, child, 'tiktok'))!.reference }
}

/** Signs in with a code. */
async function signIn(email: string, who: Visitor = visitor(site)): Promise<Visitor> {
  await who.post('/en/sign-in', { email })
  const answer = await who.post('/en/sign-in/code', { code: await codeFor(site, email) })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return who
}
const onHour = (day: string, hour: number) => at(day, `${String(hour).padStart(2, '0')}:00:00Z`)

/** Every mail of these kinds since the beginning: the day, to whom, about what. */
async function mails(kinds: RegExp, to: readonly string[]) {
  return (await listMailbox(site, 2000)).filter((mail) => kinds.test(mail.kind) && to.includes(mail.to))
    .map((mail) => `${mail.queuedAt.toISOString().slice(0, 10)} ${mail.to.split('@')[0]} ${mail.subject}`).reverse()
}

/** One look at birthdays on each of these days. */
async function walk(from: string, until: string) {
  for (let day = from; day <= until; day = daysAfter(day, 1)) {
    at(day)
    await lookAtBirthdays(site as never)
  }
}

describe('a child born on 29 February 2012, from 15 to beyond 18, day by day', () => {
  ownSite()
  let of: Awaited<ReturnType<typeof family>>
  beforeAll(async () => {
    at('2027-12-01')
    of = await family('schrikkel', '2012-02-29')
  })

  test('the representative gets each notice of 16 once, on its day, and nobody else gets one', async () => {
    await walk('2027-12-25', '2028-03-20')
    expect(await mails(/^turning/, [of.email])).toEqual([
      '2027-12-31 schrikkel Kind schrikkel turns 16 on 29 February 2028', '2028-02-15 schrikkel Kind schrikkel turns 16 on 29 February 2028', '2028-02-29 schrikkel Kind schrikkel is 16: what changes',
    ])
  })

  test('from 16 the parent invites the child at an own address; the parent\'s is refused; the code makes it the child\'s own', async () => {
    onHour('2028-03-21', 9)
    const parent = await signIn(of.email)
    const page = `/en/account/children/${of.child}`
    expect((await parent.post(page, { email: of.email })).status).toBe(422)
    expect((await parent.post(page, { email: 'kind.schrikkel@voorbeeld.example' })).status).toBe(303)
    expect(await (await parent.get(page)).text()).toContain('kind.schrikkel@voorbeeld.example')
    const invitation = await newestMail(site, 'kind.schrikkel@voorbeeld.example')
    expect(invitation!.text).not.toMatch(/Kind schrikkel|Ouder|TikTok/)
    onHour('2028-03-21', 10)
    const child = await signIn('kind.schrikkel@voorbeeld.example')
    expect((await listReached(site.ctx(), index('kind.schrikkel@voorbeeld.example'))).map(({ as, age, dataRights }) => ({ as, age, dataRights }))).toEqual([{ as: 'self', age: 16, dataRights: true }])
    expect((await listReached(site.ctx(), index(of.email))).find(({ as }) => as === 'parent')).toMatchObject({ age: 16, dataRights: false })
    expect((await newestMail(site, of.email))!.subject).toBe('Kind schrikkel has an own way in now')
    expect(await site.db.selectFrom('participant_change').select('field').where('person_id', '=', of.child).execute()).toEqual([{ field: 'email' }])
    expect((await child.get(page)).status).toBe(200)
    expect((await child.post(page, { answer: 'agreed' })).status).toBe(303)
    expect(await (await child.get(page)).text()).toContain('we may ask a company')
    expect((await parent.post(page, { answer: 'agreed' })).status).toBe(422)
  })

  test('to 18: the child and the parent get each notice once; on the day the parent gets the last mail', async () => {
    await walk('2029-12-20', '2030-03-20')
    expect((await mails(/^turning/, [of.email, 'kind.schrikkel@voorbeeld.example'])).slice(3).sort()).toEqual([
      '2029-12-31 kind.schrikkel You turn 18 on 1 March 2030: do you stay?', '2029-12-31 schrikkel Kind schrikkel turns 18 on 1 March 2030',
      '2030-02-15 kind.schrikkel You turn 18 on 1 March 2030: do you stay?', '2030-02-15 schrikkel Kind schrikkel turns 18 on 1 March 2030',
      '2030-03-01 kind.schrikkel You are 18: do you stay?', '2030-03-01 schrikkel Kind schrikkel is 18: your part ends here',
    ])
    const capacities = await listCapacities(site.ctx(), [of.child])
    expect(capacities.map(({ revoked }) => [revoked?.reason, revoked?.effectiveOn])).toEqual(capacities.map(() => ['came-of-age', '2030-03-01']))
    expect((await listRepresentations(site.ctx(), [of.child])).map(({ end }) => end?.reason)).toEqual(['came-of-age'])
  })

  test('the young adult reads, chooses anew, signs and is active at no fee; what was signed before stays in the file', async () => {
    onHour('2030-03-21', 9)
    const young = await signIn('kind.schrikkel@voorbeeld.example')
    const stay = `/en/account/stay/${of.child}/tiktok`
    expect(await (await young.get(stay)).text()).toContain('30 April 2030')
    const begun = await young.post(stay, { terms: 'yes' })
    expect(begun.headers.get('location')).toBe('/en/tiktok/join/agreements')
    expect((await young.post('/en/tiktok/join/agreements', { ...(await ticks(young, '/en/tiktok/join')), successFee: 'fixed' })).status).toBe(303)
    expect((await young.post('/en/tiktok/join/sign', { 'signature-typed': 'Kind schrikkel', 'signature-ticked': 'yes' })).status).toBe(303)
    expect((await young.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
    const part = await findNewest(site, of.child, 'tiktok')
    expect(part).toMatchObject({ round: 1, reference: of.reference, end: undefined, successFee: { choice: 'fixed' } })
    const living = (await listCapacities(site.ctx(), [of.child])).filter(({ revoked }) => !revoked)
    expect(living.map(({ signedBy }) => signedBy)).toEqual(['self', 'self'])
    expect(await site.db.selectFrom('fee').select(['cents', 'reason']).where('person_id', '=', of.child).orderBy('owed_at').execute())
      .toEqual([{ cents: 0, reason: 'paid-by-representative' }, { cents: 0, reason: 'stays-after-18' }])
    expect((await young.get(stay)).status).toBe(404)
    await walk('2030-04-25', '2030-05-10')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toBeUndefined()
    expect((await mails(/^turning|^no-answer/, [of.email, 'kind.schrikkel@voorbeeld.example'])).length).toBe(9)
  })
})

describe('the end of a parent\'s access at 00:00, by the clock and not by a job', () => {
  ownSite()
  const nights = [
    ['2010-03-01', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
    // The clocks go forward and back in the second and the last of these nights.
    ['2010-03-26', '2028-03-25T22:59:59Z', '2028-03-25T23:00:00Z'],
    ['2010-07-15', '2028-07-14T21:59:59Z', '2028-07-14T22:00:00Z'],
    ['2010-10-29', '2028-10-28T21:59:59Z', '2028-10-28T22:00:00Z'],
  ] as const
  const families = new Map<string, Awaited<ReturnType<typeof family>>>()
  beforeAll(async () => { for (const [birthDate] of nights) families.set(birthDate, await family(`klok${birthDate}`, birthDate)) })

  test.each(nights)('born %s', async (birthDate, before, after) => {
    const { email, parent, child } = families.get(birthDate)!
    const reached = async () => (await listReached(site.ctx(), index(email))).map(({ person }) => person.personId)
    site.clock.moveTo(before)
    expect(await reached()).toEqual([parent, child])
    site.clock.moveTo(after)
    expect(await reached()).toEqual([parent])
    expect((await listRepresentations(site.ctx(), [child]))[0]!.end).toBeUndefined()
  })
})

describe('no own address was ever given', () => {
  ownSite()
  test('the last mail asks to pass it on and holds nothing of the file; without an answer it ends 60 days later, and rejoining is free', async () => {
    at('2027-12-01')
    const of = await family('stil', '2010-01-20', { who: 'children' })
    await walk('2027-12-02', '2028-03-25')
    expect(await mails(/^turning|^no-answer/, [of.email])).toEqual([
      '2028-01-06 stil Kind stil turns 18 on 20 January 2028', '2028-01-20 stil Kind stil is 18: your part ends here',
    ])
    const [last] = (await listMailbox(site, 2000)).filter(({ to, subject }) => to === of.email && subject.includes('your part ends'))
    const text = (await newestMail(site, of.email))!.text
    expect(last).toBeDefined()
    expect(text.replaceAll(/\s/g, '')).not.toContain(of.reference)
    expect(text).toContain('/en/own-access')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toMatchObject({ kind: 'no-answer-at-18', effectiveOn: '2028-03-21' })
    onHour('2028-03-26', 9)
    const young = visitor(site)
    await young.post('/en/own-access', { reference: of.reference.toLowerCase(), ...born('2010-01-20'), email: 'stil.kind@voorbeeld.example' })
    await young.post('/en/sign-in/code', { code: await codeFor(site, 'stil.kind@voorbeeld.example') })
    expect((await listReached(site.ctx(), index('stil.kind@voorbeeld.example'))).map(({ person }) => person.personId)).toEqual([of.child])
    expect((await mails(/own-access/, [of.email]))).toEqual([])
    const begun = await young.post(`/en/account/claims/tiktok/${of.child}`, { statement: 'yes', terms: 'yes' })
    expect(begun.headers.get('location')).toBe('/en/tiktok/join/agreements')
    await young.post('/en/tiktok/join/agreements', { ...(await ticks(young, '/en/tiktok/join')), successFee: 'percent' })
    await young.post('/en/tiktok/join/sign', { 'signature-typed': 'Kind stil', 'signature-ticked': 'yes' })
    expect((await young.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
    expect(await findNewest(site, of.child, 'tiktok')).toMatchObject({ round: 2, end: undefined })
    expect(await site.db.selectFrom('fee').select('cents').where('person_id', '=', of.child).where('cents', '>', 0).execute()).toEqual([])
  })

  test('who signed on the birthday before the job ran is asked nothing, and the parent still gets the last mail', async () => {
    const of = await family('vroeg', '2010-06-10')
    const own = 'vroeg.kind@voorbeeld.example'
    onHour('2028-06-10', 5)
    const young = visitor(site)
    await young.post('/en/own-access', { reference: of.reference, ...born('2010-06-10'), email: own })
    await young.post('/en/sign-in/code', { code: await codeFor(site, own) })
    await young.post(`/en/account/stay/${of.child}/tiktok`, { terms: 'yes' })
    await young.post('/en/tiktok/join/agreements', { ...(await ticks(young, '/en/tiktok/join')), successFee: 'percent' })
    await young.post('/en/tiktok/join/sign', { 'signature-typed': 'Kind vroeg', 'signature-ticked': 'yes' })
    await young.post('/en/tiktok/join/check')
    await walk('2028-06-10', '2028-06-11')
    expect(await mails(/^turning-18/, [of.email, own])).toEqual(['2028-06-10 vroeg Kind vroeg is 18: your part ends here'])
    const capacities = await listCapacities(site.ctx(), [of.child])
    expect(capacities.filter(({ revoked }) => !revoked).map(({ signedBy }) => signedBy)).toEqual(['self', 'self'])
    expect(capacities.filter(({ signedBy }) => signedBy !== 'self').map(({ revoked }) => revoked?.reason)).toEqual(['came-of-age', 'came-of-age'])
  })
})

describe('an own way in by reference and date of birth', () => {
  ownSite()
  let of: Awaited<ReturnType<typeof family>>
  beforeAll(async () => {
    at('2027-12-01')
    of = await family('eigen', '2011-05-05')
    at('2028-01-02')
  })
  const ask = (fields: object) => visitor(site).post('/en/own-access', { reference: of.reference, ...born('2011-05-05'), email: 'eigen.kind@voorbeeld.example', ...fields })

  test('whatever is right or wrong, the answer is the same; only a right one gets a code', async () => {
    const answers = []
    const tries: [string, object][] = [
      ['wrong1@voorbeeld.example', { reference: '7K3M9QX24TPA' }], ['wrong2@voorbeeld.example', born('2011-05-06')], [of.email, {}], ['right@voorbeeld.example', {}],
    ]
    for (const [email, fields] of tries) {
      const answer = await ask({ ...fields, email })
      answers.push([answer.status, answer.headers.get('location'), (await answer.text()).length])
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    for (const [email] of tries.slice(0, 3)) expect((await newestMail(site, email))!.text).not.toMatch(/^\s+\d{6}$/m)
    expect(await codeFor(site, 'right@voorbeeld.example')).toMatch(/^\d{6}$/)
  })

  test('a reference may be tried five times, whether it exists or not', async () => {
    at('2028-01-03')
    const statuses = []
    for (let tries = 0; tries < 7; tries++) statuses.push((await ask({ reference: 'ABCDEFGH1234', email: `raad${tries}@voorbeeld.example` })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429])
  })

  test('the address asked for by reference becomes nobody\'s by another\'s signing in', async () => {
    at('2028-01-05', '08:00:00Z')
    await join(site, visitor(site), { email: 'buur@voorbeeld.example' })
    at('2028-01-05', '09:00:00Z')
    await ask({ email: 'buur@voorbeeld.example' })
    at('2028-01-05', '09:02:00Z')
    await signIn('buur@voorbeeld.example')
    expect((await listReached(site.ctx(), index('buur@voorbeeld.example'))).map(({ as, person }) => [as, person.legalName])).toEqual([['self', 'Voorbeeld Deelnemer']])
  })

  test('under 16 there is no own way in, by invitation neither', async () => {
    const young = await family('klein', '2014-06-06')
    at('2028-02-01')
    const answer = await visitor(site).post('/en/own-access', { reference: young.reference, ...born('2014-06-06'), email: 'klein.kind@voorbeeld.example' })
    expect(answer.status).toBe(303)
    expect((await newestMail(site, 'klein.kind@voorbeeld.example'))!.text).not.toMatch(/^\s+\d{6}$/m)
    const parent = await signIn(young.email)
    expect(await (await parent.post(`/en/account/children/${young.child}`, { email: 'klein.kind@voorbeeld.example' })).text()).toContain('possible from the 16th birthday')
  })
})

describe('who is kept out', () => {
  ownSite()
  let of: Awaited<ReturnType<typeof family>>
  let file: string
  const paths = () => [`/en/account/children/${of.child}`, `/en/account/children/${of.child}/give-up`, `/en/account/stay/${of.child}/tiktok`, `/en/account/documents/${of.child}/${file}`]
  beforeAll(async () => {
    at('2028-02-02')
    of = await family('gesloten', '2015-01-01')
    file = (await storeFile(site, of.child, { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })).id
  })

  test('another family and nobody', async () => {
    const other = await family('andere', '2015-01-02')
    for (const path of paths()) {
      expect([path, (await other.who.get(path)).status]).toEqual([path, 404])
      expect((await visitor(site).get(path)).status).toBe(403)
    }
    expect((await other.who.post(`/en/account/children/${of.child}`, { email: 'dief@voorbeeld.example' })).status).toBe(404)
    expect((await other.who.post(`/en/account/children/${of.child}/give-up`, { seen: 'yes' })).status).toBe(404)
  })

  test('two parents both see the child; one gives up and reaches nothing, and nothing stops', async () => {
    await join(site, visitor(site), { email: 'tweede@voorbeeld.example' })
    await represent(site.ctx(), of.child, await personAt('tweede@voorbeeld.example'), { relation: 'parent', authority: 'joint', sentence: 'I have authority', at: site.clock.now().toISOString() })
    at('2028-02-02', '10:00:00Z')
    const [first, second] = [await signIn(of.email), await signIn('tweede@voorbeeld.example')]
    for (const who of [first, second]) expect((await who.get(paths()[0]!)).status).toBe(200)
    expect((await second.post(paths()[1]!)).headers.get('location')).toBe('/en/account')
    for (const path of paths()) expect([path, (await second.get(path)).status]).toEqual([path, 404])
    expect((await first.get(paths()[0]!)).status).toBe(200)
    expect(await site.db.selectFrom('suspension').select('reason').where('person_id', '=', of.child).execute()).toEqual([])
  })

  test('the last one has to see the consequences; then everything is on hold until somebody declares authority again', async () => {
    at('2028-02-02', '11:00:00Z')
    const first = await signIn(of.email)
    const refusal = await first.post(paths()[1]!)
    expect([refusal.status, (await refusal.text()).includes('the only one who acts')]).toEqual([422, true])
    expect((await first.get(paths()[0]!)).status).toBe(200)
    expect((await first.post(paths()[1]!, { seen: 'yes' })).status).toBe(303)
    for (const path of paths()) expect((await first.get(path)).status).toBe(404)
    expect(await site.db.selectFrom('suspension').select('reason').where('person_id', '=', of.child).execute()).toEqual([{ reason: 'nobody-represents' }])
    await represent(site.ctx(), of.child, (await family('derde', '2015-02-02')).parent, { relation: 'guardian', authority: 'guardianship', sentence: 'I am the guardian', at: site.clock.now().toISOString() })
    expect(await site.db.selectFrom('suspension_lift').select('reason').where('person_id', '=', of.child).execute()).toEqual([{ reason: 'represented-again' }])
  })

  test('who is suspended gets no notice, and no end for want of an answer', async () => {
    const held = await family('stilgelegd', '2010-03-10')
    await suspend(site.ctx(), held.child, 'custody-objection')
    await walk('2028-03-08', '2028-03-12')
    await walk('2028-05-08', '2028-05-12')
    expect(await mails(/^turning|^no-answer/, [held.email])).toEqual([])
    expect((await findNewest(site, held.child, 'tiktok'))!.end).toBeUndefined()
  })
})

describe('a time in which no job ran', () => {
  ownSite()
  test('what is late by days is given once, what is late by more is left to the next, and nobody is ended unasked', async () => {
    at('2027-12-01')
    const of = await family('uitgevallen', '2010-04-20')
    await walk('2028-02-25', '2028-02-27')
    await walk('2028-05-30', '2028-06-03')
    expect(await mails(/^turning/, [of.email])).toEqual([
      '2028-02-25 uitgevallen Kind uitgevallen turns 18 on 20 April 2028', '2028-05-30 uitgevallen Kind uitgevallen is 18: your part ends here',
    ])
    await walk('2028-07-25', '2028-07-29')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toBeUndefined()
    await walk('2028-07-30', '2028-07-30')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toMatchObject({ kind: 'no-answer-at-18', effectiveOn: '2028-07-30' })
  })
})
