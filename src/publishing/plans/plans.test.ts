import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findClaimFacts, findNewest } from '#claims/versions.ts'
import { dropDraft } from '#drafting/draft.ts'
import type { World } from '#platform/world.ts'
import { organiser } from '../../../test/desk.ts'
import { testSite, type TestSite } from '../../../test/builders.ts'
import { carryOutPlan } from './carry-out-plan.ts'
import { as, rewrite, seen } from '#publishing/desk.fixture.ts'
import { instantOf } from './due.ts'
import { cancelPlan, planPublication } from './plan-publication.ts'
import { findPlan, findWaitingPlan, listFailedPlans, listPlans } from './plans.ts'
import { publishDraft } from '#publishing/publish-draft.ts'
import { findStanding } from '#publishing/standing.ts'

let site: TestSite
let campaigner: string
beforeAll(async () => {
  site = await testSite({ at: '2026-11-23T10:00:00Z' })
  campaigner = (await organiser(site, ['campaigner'])).personId
})
afterAll(() => site.close())
beforeEach(async () => {
  site.clock.moveTo('2026-11-23T10:00:00Z')
  await as(site, campaigner, async (ctx) => {
    const plan = await findWaitingPlan(ctx.db, 'zoom')
    if (plan) await cancelPlan(ctx, plan.id)
    await dropDraft(ctx, 'zoom')
  })
})

const soon = new Date('2026-11-24T08:00:00Z')
let words = 0
const change = async () => {
  words += 1
  for (const language of ['en', 'nl'])
    await rewrite(site, campaigner, 'zoom', `${language}/page/harm.md`, /\n\n[\s\S]*$/, `\n\nWords number ${words}.\n`)
}
const plan = async (dueAt = soon, by = campaigner) => {
  const hash = await seen(site, 'zoom')
  return as(site, by, (ctx) => planPublication(ctx, 'zoom', { dueAt, seen: hash }))
}
const planned = async (by = campaigner) => {
  await change()
  const made = await plan(soon, by)
  if (!made.ok) throw new Error(made.because)
  return made.value
}
const run = (id: string) => carryOutPlan(site as unknown as World, { plan: id })
const version = async () => (await findNewest(site.db, 'zoom'))!.version
const failed = async (id: string) => (await findPlan(site.db, id))?.end

describe('a planned publication', () => {
  it('leaves what two people publish in the draft (SE-03)', async () => {
    const before = (await findClaimFacts(site.db, 'zoom'))?.money
    await rewrite(site, campaigner, 'zoom', 'claim.yaml', /demandUpTo: \d+/, 'demandUpTo: 99900')
    const id = await planned()
    site.clock.moveTo('2026-11-24T08:00:01Z')
    await run(id)
    expect((await failed(id))?.outcome).toBe('published')
    expect((await findClaimFacts(site.db, 'zoom'))?.money).toEqual(before)
    const left = await findStanding(site.db, 'zoom')
    expect([left?.obstacles, left?.byTwo?.terms]).toEqual([
      ['agreements-by-two'], [{ path: ['money', 'demandUpTo'], before: String(before?.demandUpTo), after: '99900' }],
    ])
  })

  it('happens once at its time, in the name of who planned it', async () => {
    const [before, id] = [await version(), await planned()]
    expect(await findWaitingPlan(site.db, 'zoom')).toMatchObject({ id, dueAt: soon, plannedBy: campaigner })
    await expect(run(id)).rejects.toThrow('not due yet')
    site.clock.moveTo('2026-11-24T08:00:01Z')
    await Promise.all([run(id), run(id), run(id)])
    await run(id)
    expect(await findNewest(site.db, 'zoom')).toMatchObject({ version: before + 1, origin: 'desk', publishedBy: campaigner })
    expect(await findPlan(site.db, id)).toMatchObject({ end: { outcome: 'published', version: before + 1, by: undefined } })
    expect(await findWaitingPlan(site.db, 'zoom')).toBeUndefined()
  })

  it('is queued for its moment in the same transaction', async () => {
    const id = await planned()
    const { rows } = await sql<{ start_after: Date }>`select start_after from pgboss.job where data ->> 'plan' = ${id}`.execute(site.db)
    expect(rows.map((row) => new Date(row.start_after).toISOString())).toEqual([soon.toISOString()])
  })

  it('can be called off; then nothing happens', async () => {
    const [before, id] = [await version(), await planned()]
    expect(await as(site, campaigner, (ctx) => cancelPlan(ctx, id))).toEqual({ ok: true, value: undefined })
    expect(await as(site, campaigner, (ctx) => cancelPlan(ctx, id))).toEqual({ ok: false, because: 'plan-over' })
    expect(await as(site, campaigner, (ctx) => cancelPlan(ctx, 'none'))).toEqual({ ok: false, because: 'no-publication-plan' })
    site.clock.moveTo('2026-11-24T08:00:01Z')
    await run(id)
    expect([await version(), await failed(id)]).toMatchObject([before, { outcome: 'cancelled', by: campaigner }])
  })

  it('is off when somebody publishes by hand; at once, only one of them publishes', async () => {
    const [before, id] = [await version(), await planned()]
    site.clock.moveTo('2026-11-24T08:00:01Z')
    const hash = await seen(site, 'zoom')
    const [byHand] = await Promise.all([as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash)), run(id)])
    expect(await version()).toBe(before + 1)
    expect((await failed(id))?.outcome).toBe(byHand.ok ? 'cancelled' : 'published')
  })

  it('fails, and says so at the desk, when the draft was changed since', async () => {
    const [before, id] = [await version(), await planned()]
    await change()
    site.clock.moveTo('2026-11-24T08:00:01Z')
    await run(id)
    expect([await version(), await failed(id)]).toMatchObject([before, { outcome: 'failed', because: 'draft-changed-meanwhile' }])
    expect((await listFailedPlans(site)).map((each) => each.id)).toEqual([id])
    expect((await listPlans(site.db, 'zoom')).map((each) => each.id)).toContain(id)
    site.clock.moveTo('2026-11-24T09:00:00Z')
    const hash = await seen(site, 'zoom')
    await as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash))
    expect(await listFailedPlans(site)).toEqual([])
  })

  it('fails when who planned it may not publish any more', async () => {
    const gone = (await organiser(site, ['campaigner'])).personId
    const id = await planned(gone)
    await site.db.deleteFrom('organiser_role').where('person_id', '=', gone).execute()
    site.clock.moveTo('2026-11-24T08:00:01Z')
    await run(id)
    expect(await failed(id)).toMatchObject({ outcome: 'failed', because: 'planner-may-not' })
  })
})

describe('planning', () => {
  it('is refused for the past, for more than 60 days ahead, a second time, and for what could not be published', async () => {
    expect(await plan()).toEqual({ ok: false, because: 'no-draft' })
    await change()
    expect(await plan(new Date('2026-11-23T10:00:00Z'))).toEqual({ ok: false, because: 'moment-past' })
    expect(await plan(new Date('2027-02-01T10:00:00Z'))).toEqual({ ok: false, because: 'moment-too-far' })
    expect((await plan()).ok).toBe(true)
    expect(await plan()).toEqual({ ok: false, because: 'planned-already' })
  })

  it('goes by the clock of the claim; hours that do not exist or come twice are none', () => {
    expect(instantOf('2026-11-24', '09:00', 'Europe/Amsterdam')?.toISOString()).toBe('2026-11-24T08:00:00.000Z')
    expect(instantOf('2026-07-01', '09:00', 'Europe/Amsterdam')?.toISOString()).toBe('2026-07-01T07:00:00.000Z')
    expect(instantOf('2027-03-28', '02:30', 'Europe/Amsterdam')).toBeUndefined()
    expect(instantOf('2026-10-25', '02:30', 'Europe/Amsterdam')).toBeUndefined()
    expect(instantOf('2026-02-30', '09:00', 'Europe/Amsterdam')).toBeUndefined()
    expect(instantOf('2026-02-28', '25:00', 'Europe/Amsterdam')).toBeUndefined()
  })
})
