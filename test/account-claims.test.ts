import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endParticipation } from '#leaving/end-participation.ts'
import { listParticipations } from '#participants/queries.ts'
import { details, join, testSite, ticks, visitor, type TestSite, type Visitor } from './builders.ts'
import { family, personAt } from './families.ts'
import { signingRecordOf } from './signing-record.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const agreed = { statement: 'yes', terms: 'yes' }
const usage = { 'account-email': 'ander@voorbeeld.example', 'from-month': '4', 'from-year': '2020', still: 'yes' }
let many = 0
const somebody = async (claim = 'tiktok') => {
  const [who, email] = [visitor(site), `tweede${many += 1}@voorbeeld.example`]
  await join(site, who, { email, claim })
  site.clock.moveTo(new Date(site.clock.now().getTime() + 1000).toISOString())
  return { who, email, id: await personAt(site, email) }
}
const finish = async (who: Visitor, at: string, name: string) => {
  await who.post(`${at}/agreements`, { ...(await ticks(who, at)), successFee: 'fixed' })
  await who.post(`${at}/sign`, { 'signature-typed': name, 'signature-ticked': 'yes' })
  return (await who.post(`${at}/check`)).headers.get('location')
}
const fees = (id: string) => site.db.selectFrom('fee').select(['claim', 'cents', 'reason', 'round']).where('person_id', '=', id)
  .orderBy('owed_at').orderBy('claim').execute()

describe('joining a second claim from the account', () => {
  test('only what is new is asked, nothing is to pay, and why is kept (MO-09)', async () => {
    const { who, email, id } = await somebody()
    const list = await (await who.get('/en/account/claims')).text()
    expect([list.includes('takes part'), list.includes(`/en/account/claims/zoom/${id}`), list.includes(`/en/account/claims/tiktok/${id}`)])
      .toEqual([true, true, false])
    const page = await (await who.get(`/en/account/claims/zoom/${id}`)).text()
    expect(page).toContain('You pay no registration fee for this claim')
    expect((await who.post(`/en/account/claims/zoom/${id}`, { statement: 'yes' })).status).toBe(422)
    expect((await who.post(`/en/account/claims/zoom/${id}`, agreed)).headers.get('location')).toBe('/en/zoom/join/details')
    const asked = await (await who.get('/en/zoom/join/details')).text()
    expect([asked.includes('type="hidden" name="legalName"'), asked.includes('name="account-email"'),
      asked.includes(`/en/account/details/${id}`)]).toEqual([true, true, true])
    // What is known comes from the file, whatever the form sends.
    await who.post('/en/zoom/join/details', { ...details, legalName: 'Iemand Anders', ...usage })
    const texts = await (await who.get('/en/zoom/join/agreements')).text()
    expect(['You owe or paid the registration fee once already', 'Registration fee, once', '€17.50', 'is then not paid back']
      .map((words) => texts.slice(texts.indexOf('What it costs</h2>')).includes(words))).toEqual([true, false, false, false])
    await who.post('/en/zoom/join/agreements', { ...(await ticks(who, '/en/zoom/join')), successFee: 'fixed' })
    await who.post('/en/zoom/join/sign', { 'signature-typed': details.legalName, 'signature-ticked': 'yes' })
    expect(await (await who.get('/en/zoom/join/check')).text()).toContain('You owe or paid the registration fee once already')
    expect((await who.post('/en/zoom/join/check')).headers.get('location')).toBe('/en/zoom/join/done')
    const done = await (await who.get('/en/zoom/join/done')).text()
    expect([done.includes('asks it only once'), done.includes('class="qr"')]).toEqual([true, false])
    expect(await fees(id)).toEqual([
      { claim: 'tiktok', cents: 1750, reason: 'first-claim-of-this-person', round: 1 },
      { claim: 'zoom', cents: 0, reason: 'owed-for-another-claim', round: 1 }])
    const record = await signingRecordOf(site, email)
    expect([record.details.legalName, record.statement.terms === '', record.screens[0]?.screen])
      .toEqual([details.legalName, false, 'account'])
    expect(await site.db.selectFrom('participant').select('person_id').where('email_index', '=', site.vault.index('email', email))
      .execute()).toHaveLength(1)
  })

  test('who left joins again: new records, round 2, the old ones stay', async () => {
    const { who, email, id } = await somebody()
    await endParticipation(site.ctx(), id,
      { claim: 'tiktok', kind: 'terminated', channel: 'account', notice: {}, effectiveOn: '2026-11-23' } as never)
    expect(await (await who.get('/en/account/claims')).text()).toContain('join again')
    expect((await who.post(`/en/account/claims/tiktok/${id}`, agreed)).headers.get('location')).toBe('/en/tiktok/join/agreements')
    expect(await finish(who, '/en/tiktok/join', details.legalName)).toBe('/en/tiktok/join/done')
    expect((await listParticipations(site, [id])).map(({ round, end }) => [round, end?.kind])).toEqual([[1, 'terminated'], [2, undefined]])
    expect((await fees(id)).map(({ round, cents }) => [round, cents])).toContainEqual([2, 0])
    expect((await signingRecordOf(site, email)).registrationFee.cents).toBe(0)
  })

  test('who takes part cannot join the same claim twice', async () => {
    const { who, id } = await somebody()
    expect((await who.get(`/en/account/claims/tiktok/${id}`)).headers.get('location')).toBe('/en/account/claims')
    expect((await who.post(`/en/account/claims/tiktok/${id}`, agreed)).status).toBe(303)
    expect(await listParticipations(site, [id])).toHaveLength(1)
  })

  test('a parent lets a known child join: it keeps its file, the parent declares and signs, nothing is to pay', async () => {
    const { who, parent, child: kid } = await family(site, `ouder${many += 1}`, '2014-05-01', { who: 'both' })
    expect(await (await who.get(`/en/account/claims/zoom/${kid}`)).text()).toContain('You join for Kind ouder')
    expect((await who.post(`/en/account/claims/zoom/${kid}`, agreed)).status).toBe(422)
    expect((await who.post(`/en/account/claims/zoom/${kid}`, { ...agreed, ...usage })).headers.get('location'))
      .toBe('/en/zoom/join/children')
    expect((await who.post('/en/zoom/join/children', { declared: 'yes' })).status).toBe(303)
    expect(await finish(who, '/en/zoom/join', 'Ouder Voorbeeld')).toBe('/en/zoom/join/done')
    expect((await listParticipations(site, [kid])).map(({ claim }) => claim)).toEqual(['tiktok', 'zoom'])
    expect((await listParticipations(site, [parent])).map(({ claim }) => claim)).toEqual(['tiktok'])
    expect((await fees(kid)).map(({ cents, reason }) => [cents, reason]))
      .toEqual([[0, 'paid-by-representative'], [0, 'paid-by-representative']])
    expect((await fees(parent)).filter(({ cents }) => cents > 0)).toHaveLength(1)
  })

  test('nobody begins for somebody of another account, and a stale proof asks for a fresh one', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const address = `/en/account/claims/zoom/${one.id}`
    expect([(await other.who.get(address)).status, (await other.who.post(address, agreed)).status]).toEqual([404, 404])
    expect([(await visitor(site).get(address)).status, (await visitor(site).post(address, agreed)).status]).toEqual([403, 403])
    expect((await one.who.get(`/en/account/claims/zoom/${other.id}`)).status).toBe(404)
    expect((await one.who.get(`/en/account/claims/nowhere/${one.id}`)).status).toBe(404)
    site.clock.moveTo(new Date(site.clock.now().getTime() + 3_600_000).toISOString())
    expect((await one.who.post(address, agreed)).headers.get('location')).toContain('/account/confirm')
    expect(await site.db.selectFrom('draft').select('claim').where('person_id', '=', one.id).where('claim', '=', 'zoom').execute())
      .toEqual([])
  })
})
