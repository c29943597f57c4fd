import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may } from '#accounts/may.ts'
import { listReached } from '#accounts/reach.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { findNewest } from '#participants/queries.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { codeFor, newestMail, testSite, ticks, visitor, type TestSite } from './builders.ts'
import { confirmed, signedIn, wait } from './account-builders.ts'
import { at, born, family, indexOf, mails, onHour, walk, type Family } from './families.ts'

let site: TestSite
/** A site of its own: the clock of a site is never moved back. */
const ownSite = () => {
  beforeAll(async () => { site = await testSite({ at: '2027-12-01T10:00:00Z' }) })
  afterAll(() => site.close())
}

describe('a child born on 29 February 2012, from 15 to beyond 18, day by day', () => {
  ownSite()
  let of: Family
  beforeAll(async () => {
    at(site, '2027-12-01')
    of = await family(site, 'schrikkel', '2012-02-29')
  })

  test('the representative gets each notice of 16 once, on its day, and nobody else gets one', async () => {
    await walk(site, '2027-12-25', '2028-03-20')
    expect(await mails(site, /^turning/, [of.email])).toEqual([
      '2027-12-31 schrikkel Kind turns 16 on 29 February 2028', '2028-02-15 schrikkel Kind turns 16 on 29 February 2028',
      '2028-02-29 schrikkel Kind is 16: what changes',
    ])
  })

  test('from 16 the parent invites the child at an own address; the parent\'s is refused; the code makes it the child\'s own', async () => {
    onHour(site, '2028-03-21', 9)
    const parent = await signedIn(site, of.email)
    const page = `/en/account/children/${of.child}`
    expect((await parent.post(page, { email: of.email })).status).toBe(422)
    expect((await parent.post(page, { email: 'kind.schrikkel@voorbeeld.example' })).status).toBe(303)
    expect(await (await parent.get(page)).text()).toContain('kind.schrikkel@voorbeeld.example')
    const invitation = await newestMail(site, 'kind.schrikkel@voorbeeld.example')
    expect(invitation!.text).not.toMatch(/Kind schrikkel|Ouder|TikTok/)
    onHour(site, '2028-03-21', 10)
    const child = await signedIn(site, 'kind.schrikkel@voorbeeld.example')
    expect((await listReached(site.ctx(), indexOf(site, 'kind.schrikkel@voorbeeld.example')))
      .map((each) => ({ as: each.as, age: each.age, takes: may(each, 'take-data') }))).toEqual([{ as: 'self', age: 16, takes: true }])
    const represents = (await listReached(site.ctx(), indexOf(site, of.email))).find(({ as }) => as === 'parent')!
    expect([represents.age, may(represents, 'take-data')]).toEqual([16, false])
    expect((await newestMail(site, of.email))!.subject).toBe('Kind now has an account')
    expect(await site.db.selectFrom('participant_change').select('field').where('person_id', '=', of.child).execute())
      .toEqual([{ field: 'email' }])
    expect((await child.get(page)).status).toBe(200)
    expect((await child.post(page, { answer: 'agreed' })).status).toBe(303)
    expect(await (await child.get(page)).text()).toContain('we may ask a company')
    wait(site, 2)
    await confirmed(site, parent, of.email)
    expect((await parent.post(page, { answer: 'agreed' })).status).toBe(422)
  })

  test('to 18: the child and the parent get each notice once; on the day the parent gets the last mail', async () => {
    await walk(site, '2029-12-20', '2030-03-20')
    expect((await mails(site, /^turning/, [of.email, 'kind.schrikkel@voorbeeld.example'])).slice(3).sort()).toEqual([
      '2029-12-31 kind.schrikkel You turn 18 on 1 March 2030: do you stay?', '2029-12-31 schrikkel Kind turns 18 on 1 March 2030',
      '2030-02-15 kind.schrikkel You turn 18 on 1 March 2030: do you stay?', '2030-02-15 schrikkel Kind turns 18 on 1 March 2030',
      '2030-03-01 kind.schrikkel You are 18: do you stay?', '2030-03-01 schrikkel Kind is 18: your part ends here',
    ])
    const capacities = await listCapacities(site.ctx(), [of.child])
    expect(capacities.map(({ revoked }) => [revoked?.reason, revoked?.effectiveOn]))
      .toEqual(capacities.map(() => ['came-of-age', '2030-03-01']))
    expect((await listRepresentations(site.ctx(), [of.child])).map(({ end }) => end?.reason)).toEqual(['came-of-age'])
  })

  test('the young adult reads, chooses anew, signs and is active at no fee; what was signed before stays in the file', async () => {
    onHour(site, '2030-03-21', 9)
    const young = await signedIn(site, 'kind.schrikkel@voorbeeld.example')
    const stay = `/en/account/stay/${of.child}/tiktok`
    expect(await (await young.get(stay)).text()).toContain('30 April 2030')
    const begun = await young.post(stay, { terms: 'yes' })
    expect(begun.headers.get('location')).toBe('/en/tiktok/join/agreements')
    const texts = await (await young.get('/en/tiktok/join/agreements')).text()
    const costs = texts.slice(texts.indexOf('What it costs</h2>'))
    expect([costs.includes('Now: nothing. For this claim you owe no registration fee'), costs.includes('17.50')]).toEqual([true, false])
    expect((await young.post('/en/tiktok/join/agreements', { ...(await ticks(young, '/en/tiktok/join')), successFee: 'fixed' })).status)
      .toBe(303)
    expect((await young.post('/en/tiktok/join/sign', { 'signature-typed': 'Kind schrikkel', 'signature-ticked': 'yes' })).status).toBe(303)
    expect((await young.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
    const part = await findNewest(site, of.child, 'tiktok')
    expect(part).toMatchObject({ round: 1, reference: of.reference, end: undefined, successFee: { choice: 'fixed' } })
    const living = (await listCapacities(site.ctx(), [of.child])).filter(({ revoked }) => !revoked)
    expect(living.map(({ signedBy }) => signedBy)).toEqual(['self', 'self'])
    expect(await site.db.selectFrom('fee').select(['cents', 'reason']).where('person_id', '=', of.child).orderBy('owed_at').execute())
      .toEqual([{ cents: 0, reason: 'paid-by-representative' }, { cents: 0, reason: 'stays-after-18' }])
    expect((await young.get(stay)).status).toBe(404)
    await walk(site, '2030-04-25', '2030-05-10')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toBeUndefined()
    expect((await mails(site, /^turning|^no-answer/, [of.email, 'kind.schrikkel@voorbeeld.example'])).length).toBe(9)
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
  const families = new Map<string, Family>()
  beforeAll(async () => { for (const [birthDate] of nights) families.set(birthDate, await family(site, `klok${birthDate}`, birthDate)) })

  test.each(nights)('born %s', async (birthDate, before, after) => {
    const { email, parent, child } = families.get(birthDate)!
    const reached = async () => (await listReached(site.ctx(), indexOf(site, email))).map(({ person }) => person.personId)
    site.clock.moveTo(before)
    expect(await reached()).toEqual([parent, child])
    site.clock.moveTo(after)
    expect(await reached()).toEqual([parent])
    expect((await listRepresentations(site.ctx(), [child]))[0]!.end).toBeUndefined()
  })
})

describe('no own address was ever given', () => {
  ownSite()
  test('the last mail asks to pass it on and holds nothing of the file; without an answer it ends 60 days later, and rejoining is free',
    async () => {
    at(site, '2027-12-01')
    const of = await family(site, 'stil', '2010-01-20', { who: 'children' })
    await walk(site, '2027-12-02', '2028-03-25')
    expect(await mails(site, /^turning|^no-answer/, [of.email])).toEqual([
      '2028-01-06 stil Kind turns 18 on 20 January 2028', '2028-01-20 stil Kind is 18: your part ends here',
    ])
    const [last] = (await listMailbox(site, 2000)).filter(({ to, subject }) => to === of.email && subject.includes('your part ends'))
    const text = (await newestMail(site, of.email))!.text
    expect(last).toBeDefined()
    expect(text.replaceAll(/\s/g, '')).not.toContain(of.reference)
    expect(text).toContain('/en/own-access')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toMatchObject({ kind: 'no-answer-at-18', effectiveOn: '2028-03-21' })
    onHour(site, '2028-03-26', 9)
    const young = visitor(site)
    await young.post('/en/own-access',
      { reference: of.reference.toLowerCase(), ...born('2010-01-20'), email: 'stil.kind@voorbeeld.example' })
    await young.post('/en/sign-in/code', { code: await codeFor(site, 'stil.kind@voorbeeld.example') })
    expect((await listReached(site.ctx(), indexOf(site, 'stil.kind@voorbeeld.example'))).map(({ person }) => person.personId))
      .toEqual([of.child])
    expect((await mails(site, /own-access/, [of.email]))).toEqual([])
    const begun = await young.post(`/en/account/claims/tiktok/${of.child}`, { statement: 'yes', terms: 'yes' })
    expect(begun.headers.get('location')).toBe('/en/tiktok/join/agreements')
    await young.post('/en/tiktok/join/agreements', { ...(await ticks(young, '/en/tiktok/join')), successFee: 'percent' })
    await young.post('/en/tiktok/join/sign', { 'signature-typed': 'Kind stil', 'signature-ticked': 'yes' })
    expect((await young.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
    expect(await findNewest(site, of.child, 'tiktok')).toMatchObject({ round: 2, end: undefined })
    expect(await site.db.selectFrom('fee').select('cents').where('person_id', '=', of.child).where('cents', '>', 0).execute()).toEqual([])
  })

  test('who signed on the birthday before the job ran is asked nothing, and the parent still gets the last mail', async () => {
    const of = await family(site, 'vroeg', '2010-06-10')
    const own = 'vroeg.kind@voorbeeld.example'
    onHour(site, '2028-06-10', 5)
    const young = visitor(site)
    await young.post('/en/own-access', { reference: of.reference, ...born('2010-06-10'), email: own })
    await young.post('/en/sign-in/code', { code: await codeFor(site, own) })
    await young.post(`/en/account/stay/${of.child}/tiktok`, { terms: 'yes' })
    await young.post('/en/tiktok/join/agreements', { ...(await ticks(young, '/en/tiktok/join')), successFee: 'percent' })
    await young.post('/en/tiktok/join/sign', { 'signature-typed': 'Kind vroeg', 'signature-ticked': 'yes' })
    await young.post('/en/tiktok/join/check')
    await walk(site, '2028-06-10', '2028-06-11')
    expect(await mails(site, /^turning-18/, [of.email, own])).toEqual(['2028-06-10 vroeg Kind is 18: your part ends here'])
    const capacities = await listCapacities(site.ctx(), [of.child])
    expect(capacities.filter(({ revoked }) => !revoked).map(({ signedBy }) => signedBy)).toEqual(['self', 'self'])
    expect(capacities.filter(({ signedBy }) => signedBy !== 'self').map(({ revoked }) => revoked?.reason))
      .toEqual(['came-of-age', 'came-of-age'])
  })
})

describe('a time in which no job ran', () => {
  ownSite()
  test('what is late by days is given once, what is late by more is left to the next, and nobody is ended unasked', async () => {
    at(site, '2027-12-01')
    const of = await family(site, 'uitgevallen', '2010-04-20')
    await walk(site, '2028-02-25', '2028-02-27')
    await walk(site, '2028-05-30', '2028-06-03')
    expect(await mails(site, /^turning/, [of.email])).toEqual([
      '2028-02-25 uitgevallen Kind turns 18 on 20 April 2028', '2028-05-30 uitgevallen Kind is 18: your part ends here',
    ])
    await walk(site, '2028-07-25', '2028-07-29')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toBeUndefined()
    await walk(site, '2028-07-30', '2028-07-30')
    expect((await findNewest(site, of.child, 'tiktok'))!.end).toMatchObject({ kind: 'no-answer-at-18', effectiveOn: '2028-07-30' })
  })
})
