import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inAccount } from '../../../test/account-builders.ts'
import { join, newestMail, testSite, visitor, type TestSite } from '../../../test/builders.ts'
import { deskVisitor, type DeskVisitor } from '../../../test/desk.ts'
import { family, personAt } from '../../../test/families.ts'
import { moneyMayMoveFrom } from '#accounts/cool-down.ts'
import { askToWrite } from '#casework/bounced.ts'
import { atDesk, origin } from '#casework/casework.fixture.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { suspend } from '#guardians/suspend.ts'
import { listChanges } from '#participants/correct.ts'
import { getPerson } from '#participants/queries.ts'
import { correctFor } from './correct-for.ts'

let site: TestSite
let desk: Awaited<ReturnType<typeof atDesk>>
let handler: DeskVisitor
let personId: string
let email: string
let people = 0
const later = () => site.clock.moveTo(new Date(site.clock.now().getTime() + 120_000).toISOString())
beforeAll(async () => {
  site = await testSite()
  desk = await atDesk(site)
  handler = await deskVisitor(site, ['case-handler'])
})
afterAll(() => site.close())
beforeEach(async () => {
  people += 1
  email = `verbetering-${people}@voorbeeld.example`
  later()
  await join(site, visitor(site), { email })
  personId = await personAt(site, email)
  later()
})

const said = { reason: 'name-changed', cameBy: 'phone', identity: 'called-back', origin } as const
const known = async (of = personId) => {
  const { legalName, birthDate, address } = await getPerson(site.ctx(), of)
  return { legalName, birthDate, address }
}
const formOf = async (more: Record<string, string> = {}) => {
  const { legalName, birthDate, address } = await known()
  const [year, month, day] = birthDate.split('-')
  return { legalName, 'birthDate-day': day!, 'birthDate-month': month!, 'birthDate-year': year!, ...address,
    reason: 'moved', cameBy: 'letter', identity: 'known-address', ...more }
}

describe('the desk corrects what somebody asks it to (GD-02, GDPR 16)', () => {
  test('a mail about a correction that came back is written by post: nobody\'s details change unheard (AD-06)', async () => {
    await correctFor(desk.ctx(), personId, { correction: { ...(await known()), legalName: 'Ongehoorde Naam' }, ...said })
    const { id } = await site.db.selectFrom('mail').select('id').where('person_id', '=', personId)
      .where('kind', '=', 'correction-by-desk').executeTakeFirstOrThrow()
    await site.db.insertInto('mail_outcome').values({ person_id: personId, mail_id: id, outcome: 'refused', reply_code: 550,
      decided_at: site.clock.now() }).execute()
    expect([await askToWrite(site), await askToWrite(site)]).toEqual([1, 0])
    expect((await listTasksAbout(site, personId)).map(({ kind }) => kind)).toEqual(['bounced'])
  })

  test('a new name: the old one stays with who corrected it, the person is told without it, signs anew, and money waits', async () => {
    const before = await known()
    const done = await correctFor(desk.ctx(), personId, { correction: { ...before, legalName: 'Nieuwe Achternaam' }, ...said })
    expect(done).toMatchObject({ ok: true, value: { changed: ['legal_name'], signsAnew: true } })
    expect(await listChanges(site, personId)).toMatchObject([{ field: 'legal_name', was: before.legalName,
      actor: `organiser:${desk.organiserId}` }])
    const text = (await newestMail(site, email))!.text.replace(/\s+/g, ' ')
    for (const words of ['by phone', 'the name', 'A new one is needed', 'Write to', `/account/details/${personId}`])
      expect(text).toContain(words)
    const row = await site.db.selectFrom('desk_correction').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ reason: 'name-changed', came_by: 'phone', identity: 'called-back', fields: ['legal_name'] })
    expect(await moneyMayMoveFrom(site.ctx(), personId)).toEqual(new Date(row.corrected_at.getTime() + 14 * 86_400_000))
    const account = await (await inAccount(site, email)).get(`/en/account/details/${personId}`)
    expect(await account.text()).toMatch(/still says the old name[\s\S]*SOMI/)
  })

  test('the mail names no address and no date, old or new: whoever asked may not be who reads it', async () => {
    const before = await known()
    await correctFor(desk.ctx(), personId, {
      correction: { ...before, address: { ...before.address, street: 'Kruipvlietdijk 12' } }, ...said,
    })
    const { text, html } = (await newestMail(site, email))!
    expect(`${text}${html}`).not.toMatch(/Kruipvlietdijk/)
    expect(text).not.toContain('power of attorney')
  })

  test('of a child: who acts for it is told; not over the age of 18, and over 16 only where seen (GD-07)', async () => {
    const { child } = await family(site, 'verbeterkind', '2015-05-05')
    const before = await known(child)
    const to = (birthDate: string, knowsOf16 = false) =>
      correctFor(desk.ctx(), child, { correction: { ...before, birthDate, knowsOf16 }, ...said, reason: 'papers-shown' })
    expect(await to('2005-05-05')).toEqual({ ok: false, because: 'crosses-18' })
    expect(await to('2009-05-05')).toEqual({ ok: false, because: 'crosses-16' })
    later()
    expect(await to('2015-05-06')).toMatchObject({ ok: true, value: { changed: ['birth_date'] } })
    expect((await newestMail(site, 'verbeterkind@voorbeeld.example'))?.text).toContain('the date of birth')
  })

  test('nothing while it is disputed whose sign-up it is, nothing unchanged, and by nobody but an organiser', async () => {
    const before = await known()
    const correction = { ...before, legalName: 'Iemand Anders' }
    expect(await correctFor(desk.ctx(), personId, { correction: before, ...said })).toEqual({ ok: false, because: 'nothing-changed' })
    await expect(correctFor(site.ctx(), personId, { correction, ...said })).rejects.toThrow('no organiser')
    await suspend(site.ctx(), personId, 'identity-disputed')
    expect(await correctFor(desk.ctx(), personId, { correction, ...said })).toEqual({ ok: false, because: 'identity-disputed' })
    expect(await known()).toEqual(before)
  })
})

describe('the page for it', () => {
  const at = () => `/en/desk/people/${personId}/correct`

  test('asks who asked and how one knows, at each field, and is journaled', async () => {
    expect(await (await handler.get(at())).text()).toContain('cannot be changed here')
    const { reason: _, cameBy: __, identity: ___, ...nothingSaid } = await formOf({ street: 'Voorbeeldweg 9' })
    const wrong = await handler.post(at(), { ...nothingSaid, legalName: '' })
    expect([wrong.status, (await wrong.text()).match(/href="#(legalName|reason|cameBy|identity)/g)?.length]).toEqual([422, 4])
    expect((await handler.post(at(), await formOf({ street: 'Voorbeeldweg 9' }))).headers.get('location'))
      .toBe(`/en/desk/people/${personId}?done=corrected`)
    expect((await known()).address.street).toBe('Voorbeeldweg 9')
    const entry = await site.db.selectFrom('journal_entry').selectAll().where('event', '=', 'casework.corrected')
      .where('person_id', '=', personId).executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      actor: `organiser:${handler.organiser.personId}`, facts: { fields: 'address', identity: 'known-address' },
    })
    expect(JSON.stringify(entry.facts)).not.toContain('Voorbeeldweg')
  })

  test('sends no address of mail and no bank account along, whatever is posted', async () => {
    await handler.post(at(), await formOf({ street: 'Voorbeeldweg 10', email: 'dief@voorbeeld.example', iban: 'NL91ABNA0417164300' }))
    expect((await getPerson(site.ctx(), personId)).email).toBe(email)
    expect(await site.db.selectFrom('bank_account').select('person_id').where('person_id', '=', personId).execute()).toEqual([])
  })

  test('is not for who may only read', async () => {
    for (const role of ['auditor', 'treasurer'] as const) {
      const other = await deskVisitor(site, [role])
      expect([(await other.get(at())).status, (await other.post(at(), await formOf())).status]).toEqual([403, 403])
      expect(await (await other.get(`/en/desk/people/${personId}`)).text()).not.toContain('/correct')
    }
  })
})
