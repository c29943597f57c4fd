import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { join, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { inAccount } from '../../test/account-builders.ts'
import { queried } from '../../test/database.ts'
import { child, joinFamily, personAt } from '../../test/families.ts'
import { forgetPerson } from '#participants/forget.ts'
import { build } from '#archives/build-archive.ts'
import { countDue, retention } from './retention.ts'
import { listRuns, retain } from './retain.ts'

let site: TestSite
beforeEach(async () => { site = await testSite() })
afterEach(() => site.close())

const email = 'bewaar@voorbeeld.example'
const personOf = (address = email) => personAt(site, address)
async function joined(address = email) {
  await join(site, visitor(site), { email: address })
  return personOf(address)
}
async function ends(personId: string, kind: 'withdrawn' | 'terminated') {
  await site.db.insertInto('participation_end').values({
    person_id: personId, claim: 'tiktok', round: 1, kind, channel: 'account', effective_on: '2026-11-23', noticed_at: site.clock.now(),
    notice: (await site.vault.open(site.db, personId)).seal('participation_end.notice', '{}'),
  }).execute()
}
const due = async (name: string) => (await countDue(site)).find(({ line }) => line.name === name)!.due
/** Nothing is due just before, one just after; running it lets that one go, and then nothing is due. */
async function goesAt(name: string, before: string, after: string) {
  site.clock.moveTo(before)
  expect([before, await due(name)]).toEqual([before, 0])
  site.clock.moveTo(after)
  expect([after, await due(name)]).toEqual([after, 1])
  const done = await retain(site)
  expect(done.find(({ line }) => line === name)?.acted).toBe(1)
  expect(await due(name)).toBe(0)
}
const key = (personId: string) => site.vault.find(site.db, personId)

/** Publishes the claim once more in another phase. */
async function closeClaim() {
  await queried(site.database.ownerUrl, `insert into content_version (slug, version, kind, sha256, facts, published_at)
    select slug, version + 1, kind, sha256 || 'x', jsonb_set(facts, '{phase}', '"closed"'), $1 from content_version
    where slug = 'tiktok' order by version desc limit 1`, [site.clock.now()])
}

describe('what is kept too long goes by itself (SE-07)', () => {
  test('an archive after 7 days, with its file', async () => {
    const id = await joined()
    await (await inAccount(site, email)).post(`/en/account/my-data/${id}/archive`)
    const { id: archiveId } = await site.db.selectFrom('archive').select('id').executeTakeFirstOrThrow()
    await build(site, { personId: id, archiveId })
    const { file_id: file } = await site.db.selectFrom('archive').select('file_id').executeTakeFirstOrThrow()
    await goesAt('archives', '2026-11-30T10:00:00Z', '2026-11-30T10:00:01Z')
    expect(await site.files.read(file!)).toBeUndefined()
    expect(await site.db.selectFrom('stored_file').selectAll().where('kind', '=', 'archive').execute()).toEqual([])
  })

  test('a code as it was mailed after 90 days, once the mail server has it', async () => {
    await joined()
    const mail = await site.db.selectFrom('mail').select(['person_id', 'id']).where('kind', '=', 'join-code').executeTakeFirstOrThrow()
    site.clock.moveTo('2027-03-01T10:00:00Z')
    expect(await due('codes and invitations as mailed')).toBe(0)
    await site.db.insertInto('mail_outcome')
      .values({ person_id: mail.person_id, mail_id: mail.id, outcome: 'accepted', reply_code: 250, decided_at: site.clock.now() }).execute()
    await goesAt('codes and invitations as mailed', '2027-02-21T10:00:00Z', '2027-02-21T10:00:01Z')
    expect(await site.db.selectFrom('mail').selectAll().where('id', '=', mail.id).execute()).toEqual([])
  })

  test('"it was not me" after its 30 days', async () => {
    await site.db.insertInto('mail_stop')
      .values({ email_index: Buffer.from('x'), stopped_at: site.clock.now(), until: new Date('2026-12-23T10:00:00Z') }).execute()
    await goesAt('addresses not to be written to', '2026-12-23T09:59:59Z', '2026-12-23T10:00:00Z')
  })

  test('invitations: to an own account, and to another parent who never answered, 30 days after they ran out', async () => {
    const id = await joined()
    const safe = await site.vault.open(site.db, id)
    const row = { person_id: id, email_index: Buffer.from('x'), invited_at: site.clock.now(), expires_at: new Date('2026-12-23T10:00:00Z') }
    await site.db.insertInto('own_access_invitation')
      .values({ ...row, id: crypto.randomUUID(), way: 'invited', email: safe.seal('own_access_invitation.email', 'x') }).execute()
    await goesAt('invitations to an own account', '2027-01-22T10:00:00Z', '2027-01-22T10:00:01Z')
    const contact = safe.seal('guardian_invitation.contact', '{}')
    const [answered, silent] = [crypto.randomUUID(), crypto.randomUUID()]
    for (const each of [answered, silent]) await site.db.insertInto('guardian_invitation')
      .values({ ...row, id: each, representative_id: id, contact }).execute()
    await site.db.insertInto('guardian_answer')
      .values({ person_id: id, invitation_id: answered, answer: 'agreed', statement: contact, answered_at: site.clock.now() }).execute()
    await goesAt('other parents who never answered', '2027-01-22T10:00:00Z', '2027-01-22T10:00:01Z')
    expect((await site.db.selectFrom('guardian_invitation').select('id').execute()).map((each) => each.id)).toEqual([answered])
  })

  test('from where somebody signed after 30 days; the figures behind a decision on signs of abuse after a year', async () => {
    const id = await joined()
    await site.db.insertInto('signing_block').values({ person_id: id, block: Buffer.from('x'), signed_at: site.clock.now() }).execute()
    await goesAt('from where people signed', '2026-12-23T10:00:00Z', '2026-12-23T10:00:01Z')
    await site.db.insertInto('signal')
      .values({ person_id: id, code: 'burst', weight: 25, figures: '{"people":20}', found_at: site.clock.now() })
      .execute()
    expect(await due('figures behind decisions on signs of abuse')).toBe(0)
    await site.db.insertInto('signal_decision')
      .values({
        person_id: id, id: crypto.randomUUID(), decision: 'no-concern', ground: 'household', score: 25, facts: '{}',
        decided_by: id, decided_at: site.clock.now(),
      })
      .execute()
    await goesAt('figures behind decisions on signs of abuse', '2027-12-23T10:00:01Z', '2027-12-23T10:00:02Z')
    expect(await site.db.selectFrom('signal_decision').select('decision').execute()).toEqual([{ decision: 'no-concern' }])
  })

  test('a bank account nobody was paid to, 90 days after the last participation ended', async () => {
    const id = await joined()
    await site.db.insertInto('bank_account').values({
      person_id: id, id: crypto.randomUUID(), belongs_to: 'person', actor: 'system', entered_at: site.clock.now(),
      account: Buffer.from('x'),
    }).execute()
    site.clock.moveTo('2027-11-23T10:00:00Z')
    expect(await due('bank accounts nobody was paid to')).toBe(0)
    await ends(id, 'terminated')
    await goesAt('bank accounts nobody was paid to', '2028-02-21T10:00:00Z', '2028-02-21T10:00:01Z')
  })

  test('who withdrew, 30 days after the last day of the refund; the amounts stay', async () => {
    const id = await joined()
    await ends(id, 'withdrawn')
    await goesAt('withdrawn within 14 days', '2027-01-06T12:00:00Z', '2027-01-07T12:00:00Z')
    expect(await key(id)).toBeUndefined()
    expect(await site.db.selectFrom('fee').select('cents').where('person_id', '=', id).execute()).toEqual([{ cents: 1750 }])
    expect(await site.db.selectFrom('vault_erasure').select('reason').execute()).toEqual([{ reason: 'withdrawn' }])
  })

  test('an agreement that ended, 5 years after the end of its claim, and not while the claim goes on', async () => {
    const id = await joined()
    await ends(id, 'terminated')
    site.clock.moveTo('2035-01-01T12:00:00Z')
    expect(await due('agreements, mandates and evidence')).toBe(0)
    site.clock.moveTo('2030-03-01T12:00:00Z')
    await closeClaim()
    await goesAt('agreements, mandates and evidence', '2035-03-01T12:00:00Z', '2035-03-02T12:00:00Z')
    expect(await key(id)).toBeUndefined()
  })

  test('an agreement that ended, 20 years later at most', async () => {
    await ends(await joined(), 'terminated')
    await goesAt('agreements, mandates and evidence', '2046-11-23T12:00:00Z', '2046-11-24T12:00:00Z')
  })

  test('who takes part still, never', async () => {
    const id = await joined()
    site.clock.moveTo('2060-01-01T12:00:00Z')
    await retain(site)
    expect(await key(id)).toBeDefined()
  })

  test('a parent who represents nobody any more, after 30 days', async () => {
    const { parent, joined: [small] } = await joinFamily(site, visitor(site),
      { email, children: [child('Kleine Voorbeeld', '2015-05-05')], forWhom: 'children' })
    site.clock.moveTo('2027-02-01T12:00:00Z')
    expect(await due('parents who represent nobody any more')).toBe(0)
    await site.db.insertInto('representation_end')
      .values({ person_id: small!, representative_id: parent, reason: 'court-order', ended_at: site.clock.now() }).execute()
    await goesAt('parents who represent nobody any more', '2027-03-03T12:00:00Z', '2027-03-03T12:00:01Z')
    expect([await key(parent), await key(small!)].map(Boolean)).toEqual([false, true])
  })

  test('what was kept and locked is looked at again on its day, and gets a new one while the claim goes on', async () => {
    const id = await joined()
    await (await inAccount(site, email)).post(`/en/account/my-data/${id}/erase/confirm`, { sure: 'yes' })
    await goesAt('what was kept and locked', '2027-11-22T12:00:00Z', '2027-11-23T12:00:00Z')
    const reviews = await site.db.selectFrom('restriction').select('review_on').where('kept', '=', 'evidence').orderBy('review_on')
      .execute()
    expect(reviews.map(({ review_on: day }) => day)).toEqual(['2027-11-23', '2028-11-23'])
    expect(await key(id)).toBeDefined()
  })
})

describe('the run', () => {
  test('counting changes nothing, and every line with a job of its own names one of the timetable', async () => {
    await ends(await joined(), 'withdrawn')
    site.clock.moveTo('2030-01-01T12:00:00Z')
    expect((await countDue(site)).length).toBe(retention.length)
    expect(await site.db.selectFrom('vault_erasure').selectAll().execute()).toEqual([])
    const worker = readFileSync('src/worker.ts', 'utf8')
    const kinds = readFileSync('src/retention/retention.ts', 'utf8').matchAll(/by: (\w+)/g)
    for (const [, kind] of kinds) expect([kind, new RegExp(`job\\(${kind},`).test(worker)]).toEqual([kind, true])
  })

  test('goes person by person in batches, takes up a run that was broken off after its last person, and says at the end what failed',
    async () => {
    const people: string[] = []
    for (let n = 0; n < 4; n += 1) people.push(await joined(`nummer${n}@voorbeeld.example`))
    for (const id of people) await ends(id, 'withdrawn')
    site.clock.moveTo('2027-02-01T12:00:00Z')
    const [first, , , last] = people.sort()
    await site.db.insertInto('retention_run')
      .values({ line: 'withdrawn within 14 days', started_at: new Date('2027-02-01T03:00:00Z'), after_person: first!, looked: 1, acted: 1 })
      .execute()
    await site.db.updateTable('vault_key').set({ master_key: 'unknown' }).where('person_id', '=', last!).execute()
    await expect(retain(site)).rejects.toThrow('withdrawn within 14 days')
    expect(await Promise.all([first!, people[1]!, people[2]!].map(async (id) => Boolean(await key(id))))).toEqual([true, false, false])
    const run = (await listRuns(site)).find(({ line }) => line === 'withdrawn within 14 days')
    expect(run).toMatchObject({ looked: 4, acted: 3 })
    await expect(retain(site)).rejects.toThrow('withdrawn within 14 days')
    expect(await key(first!)).toBeUndefined()
  })

  test('forgetting a person twice does no harm', async () => {
    const id = await joined()
    await forgetPerson(site.ctx(), id)
    await forgetPerson(site.ctx(), id)
  })
})
