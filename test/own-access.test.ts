import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReached } from '#accounts/reach.ts'
import { represent } from '#guardians/represent.ts'
import { suspend } from '#guardians/suspend.ts'
import { findNewest } from '#participants/queries.ts'
import { storeFile } from '#platform/files/stored.ts'
import { codeFor, join, newestMail, testSite, visitor, type TestSite } from './builders.ts'
import { signedIn } from './account-builders.ts'
import { at, born, family, indexOf, mails, personAt, walk, type Family } from './families.ts'

let site: TestSite
/** A site of its own: the clock of a site is never moved back. */
const ownSite = () => {
  beforeAll(async () => { site = await testSite({ at: '2027-12-01T10:00:00Z' }) })
  afterAll(() => site.close())
}

describe('an own way in by reference and date of birth', () => {
  ownSite()
  let of: Family
  beforeAll(async () => {
    at(site, '2027-12-01')
    of = await family(site, 'eigen', '2011-05-05')
    at(site, '2028-01-02')
  })
  const ask = (fields: object) => visitor(site)
    .post('/en/own-access', { reference: of.reference, ...born('2011-05-05'), email: 'eigen.kind@voorbeeld.example', ...fields })

  test('whatever is right or wrong, the answer is the same; only a right one gets a code', async () => {
    const answers = []
    const tries: [string, object][] = [
      ['wrong1@voorbeeld.example', { reference: '7K3M9QX24TPA' }], ['wrong2@voorbeeld.example', born('2011-05-06')], [of.email, {}],
      ['right@voorbeeld.example', {}],
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
    at(site, '2028-01-03')
    const statuses = []
    for (let tries = 0; tries < 7; tries++) statuses.push((await ask({ reference: 'ABCDEFGH1234',
      email: `raad${tries}@voorbeeld.example` })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429])
  })

  test('the address asked for by reference becomes nobody\'s by another\'s signing in', async () => {
    at(site, '2028-01-05', '08:00:00Z')
    await join(site, visitor(site), { email: 'buur@voorbeeld.example' })
    at(site, '2028-01-05', '09:00:00Z')
    await ask({ email: 'buur@voorbeeld.example' })
    at(site, '2028-01-05', '09:02:00Z')
    await signedIn(site, 'buur@voorbeeld.example')
    expect((await listReached(site.ctx(), indexOf(site, 'buur@voorbeeld.example'))).map(({ as, person }) => [as, person.legalName]))
      .toEqual([['self', 'Voorbeeld Deelnemer']])
  })

  test('an invitation to an address with which somebody else takes part hands nobody a child in passing', async () => {
    at(site, '2028-01-20', '08:00:00Z')
    await join(site, visitor(site), { email: 'vreemde@voorbeeld.example' })
    at(site, '2028-01-20', '09:00:00Z')
    const parent = await signedIn(site, of.email)
    expect((await parent.post(`/en/account/children/${of.child}`, { email: 'vreemde@voorbeeld.example' })).status).toBe(303)
    expect((await newestMail(site, 'vreemde@voorbeeld.example'))!.text).toContain('already')
    at(site, '2028-01-20', '10:00:00Z')
    await signedIn(site, 'vreemde@voorbeeld.example')
    expect((await listReached(site.ctx(), indexOf(site, 'vreemde@voorbeeld.example'))).map(({ as }) => as)).toEqual(['self'])
  })

  test('under 16 there is no own way in, by invitation neither', async () => {
    const young = await family(site, 'klein', '2014-06-06')
    at(site, '2028-02-01')
    const answer = await visitor(site)
      .post('/en/own-access', { reference: young.reference, ...born('2014-06-06'), email: 'klein.kind@voorbeeld.example' })
    expect(answer.status).toBe(303)
    expect((await newestMail(site, 'klein.kind@voorbeeld.example'))!.text).not.toMatch(/^\s+\d{6}$/m)
    const parent = await signedIn(site, young.email)
    expect(await (await parent.post(`/en/account/children/${young.child}`, { email: 'klein.kind@voorbeeld.example' })).text())
      .toContain('possible from the 16th birthday')
  })
})

describe('who is kept out', () => {
  ownSite()
  let of: Family
  let file: string
  const paths = () => [`/en/account/children/${of.child}`, `/en/account/children/${of.child}/give-up`,
    `/en/account/stay/${of.child}/tiktok`, `/en/account/documents/${of.child}/${file}`]
  beforeAll(async () => {
    at(site, '2028-02-02')
    of = await family(site, 'gesloten', '2015-01-01')
    file = (await storeFile(site, of.child, { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })).id
  })

  test('another family and nobody', async () => {
    const other = await family(site, 'andere', '2015-01-02')
    for (const path of paths()) {
      expect([path, (await other.who.get(path)).status]).toEqual([path, 404])
      expect((await visitor(site).get(path)).status).toBe(403)
    }
    expect((await other.who.post(`/en/account/children/${of.child}`, { email: 'dief@voorbeeld.example' })).status).toBe(404)
    expect((await other.who.post(`/en/account/children/${of.child}/give-up`, { seen: 'yes' })).status).toBe(404)
  })

  test('two parents both see the child; one gives up and reaches nothing, and nothing stops', async () => {
    await join(site, visitor(site), { email: 'tweede@voorbeeld.example' })
    await represent(site.ctx(), of.child, await personAt(site, 'tweede@voorbeeld.example'),
      { relation: 'parent', authority: 'joint', sentence: 'I have authority', at: site.clock.now().toISOString() })
    at(site, '2028-02-02', '10:00:00Z')
    const [first, second] = [await signedIn(site, of.email), await signedIn(site, 'tweede@voorbeeld.example')]
    for (const who of [first, second]) expect((await who.get(paths()[0]!)).status).toBe(200)
    expect((await second.post(paths()[1]!)).headers.get('location')).toBe('/en/account?given=up')
    for (const path of paths()) expect([path, (await second.get(path)).status]).toEqual([path, 404])
    expect((await first.get(paths()[0]!)).status).toBe(200)
    expect(await site.db.selectFrom('suspension').select('reason').where('person_id', '=', of.child).execute()).toEqual([])
  })

  test('the last one has to see the consequences; then everything is on hold until somebody declares authority again', async () => {
    at(site, '2028-02-02', '11:00:00Z')
    const first = await signedIn(site, of.email)
    const refusal = await first.post(paths()[1]!)
    expect([refusal.status, (await refusal.text()).includes('the only one who acts')]).toEqual([422, true])
    expect((await first.get(paths()[0]!)).status).toBe(200)
    expect((await first.post(paths()[1]!, { seen: 'yes' })).status).toBe(303)
    for (const path of paths()) expect((await first.get(path)).status).toBe(404)
    expect(await site.db.selectFrom('suspension').select('reason').where('person_id', '=', of.child).execute())
      .toEqual([{ reason: 'nobody-represents' }])
    await represent(site.ctx(), of.child, (await family(site, 'derde', '2015-02-02')).parent,
      { relation: 'guardian', authority: 'guardianship', sentence: 'I am the guardian', at: site.clock.now().toISOString() })
    expect(await site.db.selectFrom('suspension_lift').select('reason').where('person_id', '=', of.child).execute())
      .toEqual([{ reason: 'represented-again' }])
  })

  test('who was on hold for want of a representative is asked at 18 like everybody else', async () => {
    const left = await family(site, 'verlaten', '2010-02-20')
    at(site, '2028-02-03')
    const parent = await signedIn(site, left.email)
    await parent.post(`/en/account/children/${left.child}/give-up`, { seen: 'yes' })
    at(site, '2028-02-04')
    const own = visitor(site)
    await own.post('/en/own-access', { reference: left.reference, ...born('2010-02-20'), email: 'verlaten.kind@voorbeeld.example' })
    await own.post('/en/sign-in/code', { code: await codeFor(site, 'verlaten.kind@voorbeeld.example') })
    await walk(site, '2028-02-05', '2028-02-22')
    expect(await mails(site, /^turning/, [left.email, 'verlaten.kind@voorbeeld.example']))
      .toEqual(['2028-02-20 verlaten.kind You are 18: do you stay?'])
  })

  test('who is suspended gets no notice, and no end for want of an answer', async () => {
    const held = await family(site, 'stilgelegd', '2010-03-10')
    await suspend(site.ctx(), held.child, 'custody-objection')
    await walk(site, '2028-03-08', '2028-03-12')
    await walk(site, '2028-05-08', '2028-05-12')
    expect(await mails(site, /^turning|^no-answer/, [held.email])).toEqual([])
    expect((await findNewest(site, held.child, 'tiktok'))!.end).toBeUndefined()
  })
})
