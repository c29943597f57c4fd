import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findProposal } from '#organisers/four-eyes/proposals.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import type { FourEyesAct } from '#organisers/roles.ts'
import { asApp } from '#platform/db/open.ts'
import { done, refused } from '#platform/outcome.ts'
import { transact } from '#platform/world.ts'
import { carryingOut } from '#web/pages/desk/proposals/carry-out.ts'
import { wait } from './account-builders.ts'
import { testSite, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'

let site: TestSite
let lawyer: DeskVisitor
let other: DeskVisitor
let clerk: DeskVisitor
const carriedOut: string[] = []
let possible = true
const real = { ...carryingOut }

beforeAll(async () => {
  site = await testSite()
  lawyer = await deskVisitor(site, ['lawyer'], { name: 'Eerste Jurist' })
  other = await deskVisitor(site, ['lawyer'], { name: 'Tweede Jurist' })
  clerk = await deskVisitor(site, ['case-handler'])
})
afterAll(() => site.close())
beforeEach(() => {
  wait(site, 1)
  carryingOut.erasure = {
    told: () => 'What the room says about it', seenAt: () => '/desk/roles',
    async carryOut(ctx, { id }) {
      // What was written before the room found out that it cannot be done is not left behind.
      await ctx.db.insertInto('rate_limit').values({ key: Buffer.from(id), full_at: ctx.now }).execute()
      if (!possible) return refused('nothing-changed')
      carriedOut.push(id)
      return done()
    },
  }
})
afterEach(() => {
  possible = true
  Object.assign(carryingOut, real)
})

const proposed = async (by: DeskVisitor = lawyer, act: FourEyesAct = 'erasure', note = 'Zij vroegen het per brief') => {
  const subject = { personId: '00000000-0000-4000-8000-000000000000' }
  const made = await transact(site, (ctx) => propose(ctx, { act, subject, note }), `organiser:${by.organiser.personId}`)
  return made.value
}
const answer = (who: DeskVisitor, id: string, given: string) => who.post(`/en/desk/proposals/${id}`, { answer: given })
const page = async (who: DeskVisitor, id: string) =>
  (await (await who.get(`/en/desk/proposals/${id}`)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const stands = async (id: string) => (await findProposal(site.ctx(), id))?.answer?.answer

describe('four eyes (SE-03)', () => {
  test('who proposed it is told that somebody else approves, and cannot; the other one does, and it is carried out once', async () => {
    const id = await proposed()
    const own = await page(lawyer, id)
    for (const said of ['You proposed this', 'Administrator, Lawyer', 'What the room says about it', 'Zij vroegen het per brief',
      'Take it back']) expect(own).toContain(said)
    expect(own).not.toContain('Approve and carry out')
    const refusedAnswer = await answer(lawyer, id, 'approve')
    expect(refusedAnswer.status).toBe(422)
    expect(await refusedAnswer.text()).toContain('Somebody else has to approve what you proposed')
    expect((await answer(lawyer, id, 'decline')).status).toBe(422)
    expect(carriedOut).toEqual([])
    const both = await Promise.all([answer(other, id, 'approve'), answer(other, id, 'approve'), answer(other, id, 'decline')])
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
    expect([await stands(id) === 'approved' ? carriedOut : [id], carriedOut.length < 2]).toEqual([[id], true])
    expect(await page(lawyer, id)).toMatch(/(Approved|Declined) by Tweede Jurist on/)
    expect((await answer(other, id, 'approve')).status).toBe(422)
    carriedOut.length = 0
  })

  test('what cannot be carried out any more is not approved either, and leaves nothing behind', async () => {
    const id = await proposed()
    possible = false
    const tried = await answer(other, id, 'approve')
    expect([tried.status, (await tried.text()).includes('You changed nothing yet')]).toEqual([422, true])
    expect(await stands(id)).toBeUndefined()
    expect(await site.db.selectFrom('rate_limit').select('key').where('key', '=', Buffer.from(id)).execute()).toEqual([])
    expect(await site.db.selectFrom('journal_entry').select('id').where('event', '=', 'organisers.approved')
      .where('facts', '@>', JSON.stringify({ proposalId: id }) as never).execute()).toEqual([])
    possible = true
    expect((await answer(other, id, 'approve')).status).toBe(303)
    expect(carriedOut.splice(0)).toEqual([id])
  })

  test('who may propose but not approve reads it, and is refused', async () => {
    const id = await proposed()
    expect(await page(clerk, id)).toContain('Your role does not include answering this')
    for (const given of ['approve', 'decline', 'withdraw']) expect((await answer(clerk, id, given)).status).toBe(422)
    expect(await stands(id)).toBeUndefined()
  })

  test('whose roles have nothing to do with it do not learn that it exists', async () => {
    const id = await proposed()
    for (const role of ['campaigner', 'treasurer'] as const) {
      const stranger = await deskVisitor(site, [role])
      expect([(await stranger.get(`/en/desk/proposals/${id}`)).status, (await answer(stranger, id, 'approve')).status]).toEqual([404, 404])
      for (const view of ['for-me', 'waiting', 'answered'])
        expect(await (await stranger.get(`/en/desk/proposals?view=${view}`)).text()).not.toContain(id)
    }
    expect((await (await deskVisitor(site, ['auditor'])).get(`/en/desk/proposals/${id}`)).status).toBe(200)
    expect((await lawyer.get('/en/desk/proposals/x')).status).toBe(404)
  })

  test('is taken back by who proposed it alone; after 30 days it is over', async () => {
    const [back, late] = [await proposed(), await proposed()]
    expect((await answer(other, back, 'withdraw')).status).toBe(422)
    expect((await answer(lawyer, back, 'withdraw')).status).toBe(303)
    expect((await answer(other, back, 'approve')).status).toBe(422)
    const before = site.clock.now()
    site.clock.moveTo(new Date(before.getTime() + 30 * 86_400_000).toISOString())
    const next = await deskVisitor(site, ['administrator'])
    expect(await page(next, late)).toContain('Nobody answered in time')
    expect((await answer(next, late, 'approve')).status).toBe(422)
    expect(carriedOut).toEqual([])
    for (const who of [lawyer, other, clerk]) {
      await site.db.updateTable('session').set({ expires_at: new Date(site.clock.now().getTime() + 86_400_000 * 300) })
        .where('person_id', '=', who.organiser.personId).execute()
    }
  })

  test('a note about somebody goes with them', async () => {
    const about = randomUUID()
    await site.vault.create(site.db, about, site.clock.now())
    const proposal = { act: 'erasure', subject: {}, aboutPerson: about, note: 'Een geheim' } as const
    const made = await transact(site, (ctx) => propose(ctx, proposal), `organiser:${lawyer.organiser.personId}`)
    expect((await findProposal(site.ctx(), made.value))?.note).toBe('Een geheim')
    await site.vault.erase(site.db, about, 'test', site.clock.now())
    expect(await findProposal(site.ctx(), made.value)).toMatchObject({ note: undefined, aboutPerson: about })
  })

  test('are asked by the database itself, of the application and of its owner, with SQL of their own', async () => {
    const id = await proposed()
    const [mine, theirs] = [lawyer.organiser.personId, other.organiser.personId]
    const insert = (by: string, given: string, who: string) =>
      `insert into proposal_answer values ('${id}', '${by}', '${given}', '${who}', now())`
    for (const url of [asApp(site.database.ownerUrl), site.database.ownerUrl]) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await expect(client.query(insert(mine, 'approved', mine))).rejects.toThrow('four_eyes')
      await expect(client.query(insert(mine, 'declined', mine))).rejects.toThrow('four_eyes')
      await expect(client.query(insert(mine, 'withdrawn', theirs))).rejects.toThrow('four_eyes')
      // As if somebody else had proposed it.
      await expect(client.query(insert(theirs, 'approved', mine))).rejects.toThrow('foreign key')
      await expect(client.query(insert(mine, 'approved', '00000000-0000-4000-8000-000000000000'))).rejects.toThrow('foreign key')
      await expect(client.query(`update proposal set proposed_by = '${theirs}' where id = '${id}'`))
        .rejects.toThrow(/append-only|permission denied/)
      await expect(client.query(`delete from proposal where id = '${id}'`)).rejects.toThrow(/append-only|permission denied/)
      await client.end()
    }
    expect((await answer(other, id, 'decline')).status).toBe(303)
    const owner = new pg.Client({ connectionString: site.database.ownerUrl })
    await owner.connect()
    await expect(owner.query(insert(mine, 'approved', theirs))).rejects.toThrow('duplicate key')
    await expect(owner.query(`update proposal_answer set answer = 'approved' where proposal_id = '${id}'`)).rejects.toThrow('append-only')
    await owner.end()
  })
})

describe('the list', () => {
  test('shows what waits for the reader, never their own, and pages by key', async () => {
    const mine: string[] = []
    for (let count = 0; count < 27; count += 1) mine.push(await proposed(lawyer))
    const idsOn = async (who: DeskVisitor, address: string) => {
      const html = await (await who.get(address)).text()
      return {
        ids: [...html.matchAll(/desk\/proposals\/([0-9a-f-]{36})"/g)].map(([, id]) => id!),
        next: /href="([^"]+after=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&'),
      }
    }
    const first = await idsOn(other, '/en/desk/proposals')
    const second = await idsOn(other, first.next!)
    expect([first.ids.length, second.next]).toEqual([25, undefined])
    expect(mine.every((id) => [...first.ids, ...second.ids].includes(id))).toBe(true)
    expect(new Set([...first.ids, ...second.ids]).size).toBe(first.ids.length + second.ids.length)
    expect((await idsOn(lawyer, '/en/desk/proposals')).ids.filter((id) => mine.includes(id))).toEqual([])
    expect((await idsOn(lawyer, '/en/desk/proposals?view=mine')).ids).toHaveLength(25)
    expect((await idsOn(clerk, '/en/desk/proposals?view=waiting')).ids).toHaveLength(25)
    expect((await idsOn(clerk, '/en/desk/proposals')).ids).toEqual([])
  })

  test('has the answered ones apart', async () => {
    const id = await proposed()
    await answer(other, id, 'decline')
    const html = await (await clerk.get('/nl/desk/proposals?view=answered')).text()
    expect([html.includes(id), html.includes('Afgewezen'), html.includes('Wacht op:')]).toEqual([true, true, false])
  })
})

describe('both hands count at the moment of approving (SE-03)', () => {
  const suspended = (personId: string) => site.db.insertInto('organiser_suspension')
    .values({ person_id: personId, id: randomUUID(), suspended_by: other.organiser.personId, suspended_at: site.clock.now() }).execute()
  const lift = (personId: string) => site.db.updateTable('organiser_suspension')
    .set({ lifted_by: other.organiser.personId, lifted_at: site.clock.now() }).where('person_id', '=', personId).execute()

  test('what somebody proposed who is suspended since, or has no role for it any more, is not approved; it can be declined', async () => {
    const [first, second, third] = [await proposed(clerk), await proposed(clerk), await proposed(clerk)]
    await suspended(clerk.organiser.personId)
    const tried = await answer(other, first, 'approve')
    expect([tried.status, (await tried.text()).includes('Who proposed this has no access now')]).toEqual([422, true])
    await lift(clerk.organiser.personId)
    await site.db.updateTable('organiser_role').set({ role: 'campaigner' }).where('person_id', '=', clerk.organiser.personId).execute()
    expect((await answer(other, second, 'approve')).status).toBe(422)
    expect([carriedOut, await stands(first), await stands(second)]).toEqual([[], undefined, undefined])
    expect((await answer(other, third, 'decline')).status).toBe(303)
    await site.db.updateTable('organiser_role').set({ role: 'case-handler' }).where('person_id', '=', clerk.organiser.personId).execute()
    expect((await answer(other, first, 'approve')).status).toBe(303)
    expect(carriedOut.splice(0)).toEqual([first])
  })

  test('a role that is being taken away while its holder approves is waited for', async () => {
    const id = await proposed()
    const next = await deskVisitor(site, ['lawyer'])
    let approving: Promise<Response> | undefined
    await site.db.transaction().execute(async (db) => {
      await db.selectFrom('organiser').select('person_id').where('person_id', '=', next.organiser.personId).forUpdate().execute()
      approving = answer(next, id, 'approve')
      await new Promise((go) => { setTimeout(go, 300) })
      await db.deleteFrom('organiser_role').where('person_id', '=', next.organiser.personId).execute()
    })
    expect((await approving!).status).toBe(422)
    expect([carriedOut, await stands(id)]).toEqual([[], undefined])
  })
})
