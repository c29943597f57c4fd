import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeFor, join, newestMail, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { inAccount } from '../../test/account-builders.ts'
import { child, joinFamily, personAt } from '../../test/families.ts'
import { findReached } from '#accounts/reach.ts'
import { findInMailbox, listMailbox } from '#platform/mail/mailbox.ts'
import { storeFile } from '#platform/files/stored.ts'
import { finish } from './finish-erasure.ts'
import { listLegalHolds } from './review.ts'

let site: TestSite
beforeEach(async () => { site = await testSite() })
afterEach(() => site.close())

const email = 'weg@voorbeeld.example'
const personOf = (address = email) => personAt(site, address)
const sent = async (personId: string) => {
  const { receipt_id: mail_id } = await site.db.selectFrom('erasure_request').select('receipt_id').where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  await site.db.insertInto('mail_outcome')
    .values({ person_id: personId, mail_id: mail_id!, outcome: 'accepted', reply_code: 250, decided_at: site.clock.now() }).execute()
}
/** Tables that still hold a row about a person. */
async function everywhere(personId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'person_id'`.execute(site.db)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: [row] } = await sql`select 1 from ${sql.table(name)} where person_id = ${personId} limit 1`.execute(site.db)
    if (row) found.push(name)
  }
  return found.sort()
}
const withdrawn = async (personId: string) => site.db.insertInto('participation_end').values({
  person_id: personId, claim: 'tiktok', round: 1, kind: 'withdrawn', channel: 'account',
  notice: (await site.vault.open(site.db, personId)).seal('participation_end.notice', '{}'), noticed_at: site.clock.now(),
  effective_on: '2026-11-23',
}).execute()

describe('erasing on request (art. 17, SE-06)', () => {
  test('tells the fate of each kind of data before anything is asked, and what it ends', async () => {
    await join(site, visitor(site), { email })
    const id = await personOf()
    const who = await inAccount(site, email)
    const page = await (await who.get(`/en/account/my-data/${id}/erase`)).text()
    for (const words of ['This ends taking part', 'you can withdraw instead', 'Erased now.', '17(3)(e)', '17(3)(b)',
      'We look at it again on 23 November 2027', '31 December 2033']) expect(page).toContain(words)
    const nothing = await site.db.selectFrom('erasure_request').selectAll().execute()
    expect(nothing).toEqual([])
    expect((await who.post(`/en/account/my-data/${id}/erase/confirm`)).status).toBe(422)
    expect(await site.db.selectFrom('erasure_request').selectAll().execute()).toEqual([])
  })

  test('ends what lives, forgets what nobody must keep, locks the rest, and forgets the address when the receipt is out', async () => {
    await join(site, visitor(site), { email })
    const id = await personOf()
    const who = await inAccount(site, email)
    const answer = await who.post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/erased'])
    expect((await who.get('/en/erased')).status).toBe(200)
    expect((await who.get('/en/account')).status).toBe(403)
    expect(await site.db.selectFrom('participation_end').select(['kind', 'channel']).where('person_id', '=', id).execute())
      .toEqual([{ kind: 'erased', channel: 'account' }])
    expect((await site.db.selectFrom('revocation').select('reason').where('person_id', '=', id).execute())
      .every(({ reason }) => reason === 'erased')).toBe(true)
    const receipt = await newestMail(site, email)
    expect(receipt?.kind).toBe('erasure-receipt')
    expect(receipt?.text).toContain('Kept and locked')
    const row = await site.db.selectFrom('participant').select(['email', 'email_index', 'birth_index']).where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ email: null, email_index: null, birth_index: null })
    expect(await everywhere(site.vault.index('email', email) as never).catch(() => [])).toEqual([])

    await finish(site, { personId: id })
    expect(await site.db.selectFrom('mail').select('kind').where('person_id', '=', id).execute()).toEqual([{ kind: 'erasure-receipt' }])
    await sent(id)
    await finish(site, { personId: id })
    for (const gone of ['mail', 'mail_outcome', 'session', 'email_code', 'draft', 'archive',
      'bank_account']) expect(await everywhere(id)).not.toContain(gone)
    expect(await site.vault.find(site.db, id)).toBeDefined()
    expect(await listLegalHolds(site))
      .toMatchObject([{ personId: id, kept: 'books', ground: '17-3-b', reviewOn: '2033-12-31' },
      { personId: id, kept: 'evidence', ground: '17-3-e', reviewOn: '2027-11-23' }])
  })

  test('where nothing needs the key it goes as a whole, with the bytes of the files; a receipt that never arrives holds it up ten days',
    async () => {
    await join(site, visitor(site), { email })
    const id = await personOf()
    await withdrawn(id)
    const file = await storeFile(site, id, { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })
    site.clock.moveTo('2027-01-10T10:00:00Z')
    await (await inAccount(site, email)).post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })
    await finish(site, { personId: id })
    expect(await site.vault.find(site.db, id)).toBeDefined()
    site.clock.moveTo('2027-01-20T10:00:01Z')
    await finish(site, { personId: id })
    expect(await site.vault.find(site.db, id)).toBeUndefined()
    expect(await site.files.read(file.id)).toBeUndefined()
    expect(await site.db.selectFrom('vault_erasure').select('reason').where('person_id', '=', id).execute())
      .toEqual([{ reason: 'on-request' }])
    await finish(site, { personId: id })
  })

  test('an address that was erased may begin anew, and signing in knows it no more', async () => {
    await join(site, visitor(site), { email })
    const id = await personOf()
    await (await inAccount(site, email)).post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })
    await sent(id)
    await finish(site, { personId: id })
    site.clock.moveTo('2026-11-24T10:00:00Z')
    await visitor(site).post('/en/sign-in', { email })
    expect((await newestMail(site, email))?.kind).toBe('sign-in-unknown')
    site.clock.moveTo('2026-11-24T11:00:00Z')
    await join(site, visitor(site), { email })
    expect(await personOf()).not.toBe(id)
  })

  test('of an unfinished joining everything goes at once', async () => {
    const who = visitor(site)
    await join(site, who, { email, until: 'details' })
    const { person_id: id } = await site.db.selectFrom('draft').select('person_id').executeTakeFirstOrThrow()
    expect(await (await who.get('/en/account/my-data')).text()).toContain('joining not finished')
    await who.post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })
    expect(await everywhere(id)).toEqual(['journal_entry', 'vault_erasure'])
  })
})

describe('who may not', () => {
  test('a parent while a child under their care takes part; a child under 16 is erased by its parent, and then the parent may',
    async () => {
    const { parent, joined } = await joinFamily(site, visitor(site), { email, children: [child('Kleine Voorbeeld', '2015-05-05')] })
    const small = joined.find((id) => id !== parent)!
    const who = await inAccount(site, email)
    expect(await (await who.get(`/en/account/my-data/${parent}/erase`)).text()).toContain('You act for children')
    expect((await who.post(`/en/account/my-data/${parent}/erase/confirm`, { sure: 'yes' })).status).toBe(422)
    expect((await who.post(`/en/account/my-data/${small}/erase/confirm`, { sure: 'yes' })).headers.get('location'))
      .toBe('/en/erased?of=other')
    const receipt = (await listMailbox(site, 500)).find(({ to, kind }) => to === email && kind === 'erasure-receipt')!
    expect((await findInMailbox(site, receipt.id))!.text.replaceAll('\n', ' ')).toContain('the data about Kleine Voorbeeld')
    // Locked: shown nowhere any more, not to the parent either (art. 18).
    expect(await findReached({ ...site, now: site.clock.now() }, site.vault.index('email', email), small)).toBeUndefined()
    expect((await who.get(`/en/account/my-data/${small}/erase`)).status).toBe(404)
    expect((await who.post(`/en/account/my-data/${parent}/erase/confirm`, { sure: 'yes' })).headers.get('location')).toBe('/en/erased')
  })

  test('another family, and nobody', async () => {
    await join(site, visitor(site), { email })
    const id = await personOf()
    await join(site, visitor(site), { email: 'buren@voorbeeld.example' })
    const neighbour = await inAccount(site, 'buren@voorbeeld.example')
    expect((await neighbour.post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })).status).toBe(404)
    expect((await visitor(site).post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })).status).toBe(403)
    expect(await site.db.selectFrom('erasure_request').selectAll().execute()).toEqual([])
    expect(await codeFor(site, 'buren@voorbeeld.example')).toMatch(/^\d{6}$/)
  })
})
