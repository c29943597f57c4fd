import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEndedNotices } from '#mandates/ended-notices.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { findNewest } from '#participants/queries.ts'
import { join, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { endParticipation } from './end-participation.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const joined = async (email: string) => {
  await join(site, visitor(site), { email })
  const [row] = await site.db.selectFrom('participant').select('person_id').where('email_index', '=', site.vault.index('email', email))
    .execute()
  return row!.person_id
}
const ending = { claim: 'tiktok', kind: 'terminated', channel: 'desk', notice: { why: 'a letter came' },
  effectiveOn: '2026-11-23' } as const

describe('the one writer of how a participation ends', () => {
  test('ends the participation with every capacity, seals the notice, and keeps whom to tell (3:72, 3:76 BW, SG-03)', async () => {
    const personId = await joined('eind@voorbeeld.example')
    expect((await endParticipation(site.ctx(), personId, ending)).ok).toBe(true)
    expect((await findNewest(site.ctx(), personId, 'tiktok'))!.end)
      .toEqual({ kind: 'terminated', noticedAt: site.clock.now(), effectiveOn: '2026-11-23' })
    expect((await listCapacities(site.ctx(), [personId])).map(({ kind, revoked }) => [kind, revoked?.reason]))
      .toEqual([['mandate', 'terminated'], ['power-of-attorney', 'terminated']])
    expect((await listEndedNotices(site.ctx(), [personId])).map(({ kind, respondent }) => [kind, respondent])).toEqual([
      ['mandate', 'TikTok Information Technologies UK Limited'], ['power-of-attorney', 'TikTok Information Technologies UK Limited'],
    ])
    const { notice } = await site.db.selectFrom('participation_end').select('notice').where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(notice.toString('latin1')).not.toContain('letter came')
  })

  test('ends it once, also for two at the same moment', async () => {
    const personId = await joined('tweemaal@voorbeeld.example')
    const both = await Promise.all([1, 2].map(() => site.db.transaction()
      .execute((db) => endParticipation({ ...site.ctx(), db }, personId, ending))))
    expect(both.map((each) => (each.ok ? 'done' : each.because)).sort()).toEqual(['done', 'ended-already'])
    expect(await endParticipation(site.ctx(), personId, { ...ending, claim: 'zoom' })).toEqual({ ok: false, because: 'takes-no-part' })
  })
})
