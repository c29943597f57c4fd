import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { birthIndexOf } from '#participants/admit.ts'
import { listChanges } from '#participants/correct.ts'
import { endParticipation } from '#leaving/end-participation.ts'
import { getPerson, listParticipations } from '#participants/queries.ts'
import { details, join, testSite, ticks, visitor, type TestSite, type Visitor } from './builders.ts'
import { signedIn } from './account-builders.ts'
import { born, family as familyAt, personAt } from './families.ts'
import { signingRecordOf } from './signing-record.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const { legalName, 'birthDate-day': d, 'birthDate-month': m, 'birthDate-year': y, street, city, country } = details
const same = { legalName, 'birthDate-day': d, 'birthDate-month': m, 'birthDate-year': y, street, postcode: '1234 AB', city, country }
let many = 0
const somebody = async () => {
  const [who, email] = [visitor(site), `gegevens${many += 1}@voorbeeld.example`]
  await join(site, who, { email })
  const id = await personAt(site, email)
  return { who, email, id, page: `/en/account/details/${id}` }
}
const family = async (birthDate: string, more: Parameters<typeof familyAt>[3] = {}) => {
  const name = `ouder${many += 1}`
  const { who, child: id } = await familyAt(site, name, birthDate, more)
  site.clock.moveTo(new Date(site.clock.now().getTime() + 1000).toISOString())
  return { who, id, page: `/en/account/details/${id}`, kind: { ...same, ...born(birthDate), legalName: `Kind ${name}` } }
}
const signer = 'Ouder Voorbeeld'
const errorIn = async (answer: Response) => [answer.status,
  ...[...(await answer.text()).matchAll(/class="field-error"[^>]*>(?:<[^>]*>[^<]*<\/[^>]*>)?\s*(.*?)<\/p>/gs)].map(([, words]) => words)]
const row = (id: string) => site.db.selectFrom('participant').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()

// The clock goes back between tests, which no limit expects.
beforeEach(async () => void (await site.db.deleteFrom('rate_limit').execute()))

describe('correcting one’s details (GD-02)', () => {
  test('an address is corrected at once, without a new signature; old value, time and actor stay', async () => {
    const { who, id, page } = await somebody()
    expect((await who.post(page, { ...same, street: 'Nieuwe Kade 2', country: 'BE', postcode: '2000' })).headers.get('location'))
      .toBe(`${page}/saved`)
    expect((await getPerson(site, id)).address).toEqual({ street: 'Nieuwe Kade 2', postcode: '2000', city, country: 'BE' })
    expect((await row(id)).country).toBe('BE')
    expect(await listChanges(site, id)).toMatchObject([{ field: 'address', actor: `participant:${id}`, changedAt: site.clock.now() }])
    expect(await (await who.get(`${page}/saved`)).text()).not.toContain('Sign anew')
    const shown = await (await who.get(page)).text()
    for (const words of ['Corrected before', 'Voorbeeldstraat 1', 'You, from this account', 'value="Nieuwe Kade 2"']) expect(shown)
      .toContain(words)
  })

  test('the history is sealed, and shows to nobody else', async () => {
    const { who, id, page } = await somebody()
    await who.post(page, { ...same, street: 'Geheimweg 9' })
    const { was } = await site.db.selectFrom('participant_change').select('was').where('person_id', '=', id).executeTakeFirstOrThrow()
    expect(was.toString('latin1')).not.toContain('Voorbeeldstraat')
    const other = await somebody()
    for (const path of ['', '/saved', '/tiktok', '/tiktok/sign']) {
      expect([path, (await other.who.get(`${page}${path}`)).status]).toEqual([path, 404])
      expect([path, (await visitor(site).get(`${page}${path}`)).status]).toEqual([path, 403])
    }
    for (const path of ['', '/tiktok',
      '/tiktok/sign']) expect((await other.who.post(`${page}${path}`, { ...details, legalName: 'Dief' })).status).toBe(404)
    expect((await getPerson(site, id)).legalName).toBe(legalName)
  })

  test('nothing changed, or a character no document can show: said beside the field', async () => {
    const { who, page } = await somebody()
    expect((await who.post(page, same)).status).toBe(422)
    expect((await errorIn(await who.post(page, { ...same, legalName: '王小明' })))[0]).toBe(422)
    expect((await errorIn(await who.post(page, { ...same, city: '王' })))[0]).toBe(422)
  })

  test('a new name asks for a new power of attorney; the old one stays as signed, nothing is owed, and the new one takes its place (SG-06)',
    async () => {
    const { who, id, email, page } = await somebody()
    const old = await signingRecordOf(site, email)
    await who.post(page, { ...same, legalName: 'Nieuwe Naam' })
    expect(await (await who.get(`${page}/saved`)).text()).toContain(`${page}/tiktok/sign`)
    expect(await signingRecordOf(site, email)).toEqual(old)
    site.clock.moveTo(new Date(site.clock.now().getTime() + 1000).toISOString())
    const begun = await who.post(`${page}/tiktok/sign`)
    expect(begun.headers.get('location')).toBe('/en/tiktok/join/agreements')
    const at = '/en/tiktok/join'
    const texts = await (await who.get(`${at}/agreements`)).text()
    expect(texts).toContain('stays as you agreed it')
    expect(texts).toContain('You pay nothing for it')
    expect(texts).not.toContain('name="startEarly"')
    await who.post(`${at}/agreements`, { ...(await ticks(who, at)), successFee: 'fixed' })
    await who.post(`${at}/sign`, { 'signature-typed': 'Nieuwe Naam', 'signature-ticked': 'yes' })
    const check = await (await who.get(`${at}/check`)).text()
    expect([check.includes('Replace my power of attorney'), check.includes('17.50')]).toEqual([true, false])
    expect((await who.post(`${at}/check`)).headers.get('location')).toBe(`${at}/done`)
    expect(await (await who.get(`${at}/done`)).text()).toContain('Your new power of attorney is signed')
    const now = await signingRecordOf(site, email)
    expect([now.details.legalName, now.registrationFee.cents, now.successFee.choice]).toEqual(['Nieuwe Naam', 0, 'percent'])
    expect(await site.db.selectFrom('revocation').select(['kind', 'reason']).where('person_id', '=', id).orderBy('kind').execute())
      .toEqual([{ kind: 'mandate', reason: 'replaced' }, { kind: 'power-of-attorney', reason: 'replaced' }])
    expect(await (await who.get('/en/account/details')).text()).not.toContain('still says the old name')
    expect(await site.db.selectFrom('fee').select('cents').where('person_id', '=', id).execute()).toHaveLength(1)
  })

  test('what is begun and not submitted follows, and is not signed under the old name', async () => {
    const { who, id, page } = await somebody()
    await who.post(`/en/account/claims/zoom/${id}`, { statement: 'yes', terms: 'yes' })
    const at = '/en/zoom/join'
    await who.post(`${at}/details`, details)
    await who.post(`${at}/agreements`, { ...(await ticks(who, at)), successFee: 'fixed' })
    await who.post(`${at}/sign`, { 'signature-typed': legalName, 'signature-ticked': 'yes' })
    await who.post(page, { ...same, legalName: 'Andere Naam' })
    expect((await who.post(`${at}/check`)).headers.get('location')).toBe(`${at}/sign`)
    expect(await (await who.get(`${at}/sign`)).text()).toContain('Andere Naam')
  })

  test('accounts and period are corrected for each claim, without a new signature', async () => {
    const { who, id, page } = await somebody()
    const usage = { 'account-username': 'anders', 'from-month': '4', 'from-year': '2020', still: 'yes' }
    expect((await who.post(`${page}/tiktok`, usage)).headers.get('location')).toBe(`${page}/saved`)
    expect((await who.post(`${page}/tiktok`, usage)).status).toBe(422)
    expect((await who.post(`${page}/tiktok`, { ...usage, 'from-year': '2030' })).status).toBe(422)
    expect((await who.get(`${page}/zoom`)).status).toBe(404)
    expect((await listChanges(site, id)).map(({ field }) => field)).toEqual(['usage'])
    const shown = await (await who.get('/nl/account/details')).text()
    expect(shown).toContain('anders (sinds april 2020')
  })
})

describe('a date of birth and the ages of the law', () => {
  const at = async (who: Visitor, page: string, fields: Record<string, string>) => {
    const answer = await who.post(page, fields)
    return [answer.status, await answer.text()] as const
  }

  test('within the same ages it is corrected, and birthdays are found by the new one (MI-01)', async () => {
    const { who, id, page, kind } = await family('2014-05-01')
    expect((await at(who, page, { ...kind, 'birthDate-day': '9' }))[0]).toBe(303)
    expect((await row(id)).birth_index).toEqual(birthIndexOf(site, '2014-05-09'))
    const adult = await somebody()
    await adult.who.post(adult.page, { ...same, 'birthDate-day': '28' })
    expect((await row(adult.id)).birth_index).toBeNull()
  })

  test('across 18 it is refused in both directions, sent to the foundation, and nothing is written (art. 1:234 BW)', async () => {
    const { who, id, page, kind } = await family('2010-05-01')
    const [status, html] = await at(who, page, { ...kind, 'birthDate-year': '2001', knowsOf16: 'yes' })
    expect([status, html.includes('until 18 a parent or guardian signs'), html.includes('/en/contact')]).toEqual([422, true, true])
    const adult = await somebody()
    expect((await at(adult.who, adult.page, { ...same, 'birthDate-year': '2012' }))[0]).toBe(422)
    expect([await listChanges(site, id), await listChanges(site, adult.id)]).toEqual([[], []])
  })

  test('who would have been a child on the day of joining is refused too, adult though they are by now', async () => {
    const { email, id, page } = await somebody()
    const joined = site.clock.now()
    site.clock.moveTo('2029-11-23T10:00:00Z')
    const who = await signedIn(site, email)
    // 18 since 24 November 2026, a day after joining.
    expect((await at(who, page, { ...same, 'birthDate-year': '2008', 'birthDate-month': '11', 'birthDate-day': '24' }))[0]).toBe(422)
    expect((await at(who, page, { ...same, 'birthDate-year': '2008', 'birthDate-month': '11', 'birthDate-day': '22' }))[0]).toBe(303)
    expect((await getPerson(site, id)).birthDate).toBe('2008-11-22')
    site.clock.moveTo(joined.toISOString())
  })

  test('across 16 it is asked first, so that nobody moves there unseen (GD-07)', async () => {
    const { who, id, page, kind } = await family('2012-05-01')
    const asked = await at(who, page, { ...kind, 'birthDate-year': '2009' })
    expect([asked[0], asked[1].includes('name="knowsOf16"')]).toEqual([422, true])
    expect((await getPerson(site, id)).birthDate).toBe('2012-05-01')
    expect((await at(who, page, { ...kind, 'birthDate-year': '2009', knowsOf16: 'yes' }))[0]).toBe(303)
  })

  test('of a child, its representative signs the new power of attorney; the child keeps participation and fee (SG-06, SG-07)', async () => {
    const { who, id, page, kind } = await family('2014-05-01')
    await who.post(page, { ...kind, legalName: 'Kind Nieuwnaam' })
    expect(await (await who.get(`${page}/saved`)).text()).toContain(`${page}/tiktok/sign`)
    expect((await who.post(`${page}/tiktok/sign`)).headers.get('location')).toBe('/en/tiktok/join/children')
    const path = '/en/tiktok/join'
    await who.post(`${path}/children`, { declared: 'yes' })
    expect(await (await who.get(`${path}/agreements`)).text()).toContain('stays as you agreed it')
    await who.post(`${path}/agreements`, { ...(await ticks(who, path)), successFee: 'fixed' })
    await who.post(`${path}/sign`, { 'signature-typed': signer, 'signature-ticked': 'yes' })
    const before = await site.db.selectFrom('fee').select('id').execute()
    expect((await who.post(`${path}/check`)).headers.get('location')).toBe(`${path}/done`)
    expect((await who.get(`${path}/done`)).status).toBe(200)
    expect(await site.db.selectFrom('fee').select('id').execute()).toEqual(before)
    const mandates = await site.db.selectFrom('mandate').innerJoin('signature', 'signature.id', 'mandate.signature_id')
      .select(['round', 'signatory']).where('mandate.person_id', '=', id).execute()
    expect(mandates).toEqual([{ round: 1, signatory: 'parent' }, { round: 1, signatory: 'parent' }])
    expect(await (await who.get('/en/account/details')).text()).not.toContain('still says the old name')
  })

  test('who signs anew for a child cannot slip in by changing for whom; who left meanwhile renews nothing and joins nothing for free',
    async () => {
    const { who, page, kind } = await family('2014-05-01', { who: 'children' })
    await who.post(page, { ...kind, legalName: 'Kind Anders' })
    await who.post(`${page}/tiktok/sign`)
    expect((await who.post('/en/tiktok/join/who', { who: 'both' })).headers.get('location')).toBe('/en/tiktok/join/children')

    const left = await somebody()
    const path = '/en/tiktok/join'
    await left.who.post(left.page, { ...same, legalName: 'Nieuwe Naam' })
    await left.who.post(`${left.page}/tiktok/sign`)
    await left.who.post(`${path}/agreements`, { ...(await ticks(left.who, path)), successFee: 'fixed' })
    await left.who.post(`${path}/sign`, { 'signature-typed': 'Nieuwe Naam', 'signature-ticked': 'yes' })
    await endParticipation(site.ctx(), left.id,
      { claim: 'tiktok', kind: 'withdrawn', channel: 'account', notice: {}, effectiveOn: '2026-11-23' } as never)
    const before = await site.db.selectFrom('mandate').select('id').execute()
    expect((await left.who.post(`${path}/check`)).status).toBe(422)
    expect(await site.db.selectFrom('mandate').select('id').execute()).toEqual(before)
    expect((await listParticipations(site, [left.id])).map(({ round }) => round)).toEqual([1])
  })

  test('what its representative has begun follows: the child stays one person', async () => {
    const { who, id, page, kind } = await family('2014-05-01')
    await who.post(`/en/account/claims/zoom/${id}`,
      { statement: 'yes', terms: 'yes', 'account-email': 'k@voorbeeld.example', 'from-month': '4', 'from-year': '2020', still: 'yes' })
    await who.post('/en/zoom/join/children', { declared: 'yes' })
    await who.post(page, { ...kind, legalName: 'Kind Later' })
    const list = await (await who.get('/en/zoom/join/children')).text()
    expect([list.includes('Kind Later'), list.includes(kind.legalName)]).toEqual([true, false])
    expect((await who.get('/en/zoom/join/agreements')).headers.get('location')).toBe('/en/zoom/join/children')
  })

  test('while an objection pauses acts for a child, its representative corrects nothing (SG-07)', async () => {
    const { who, id, page, kind } = await family('2014-05-01')
    await site.db.insertInto('suspension')
      .values({ person_id: id, id: '00000000-0000-4000-8000-00000000000a', reason: 'custody-objection', suspended_at: site.clock.now() })
      .execute()
    expect((await at(who, page, { ...kind, legalName: 'Anders Heten' }))[0]).toBe(422)
  })
})
