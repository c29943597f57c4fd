import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findProposal } from '#organisers/four-eyes/proposals.ts'
import { relist } from '#search/relist.ts'
import { bulkSite, giving, suspending, type BulkSite } from './bulk.fixture.ts'
import { drawUp, proposePlan } from './draw-up.ts'
import { findPlan, listSample } from './plans.ts'
import { carryOutBulk } from './start-run.ts'

let at: BulkSite
beforeEach(async () => { at = await bulkSite() })
afterEach(() => at.site.close())

describe('before anything is done', () => {
  test('the count and the sample are those of the segment, and what is then done is done to exactly these', async () => {
    const people = await at.crowd(24)
    const { planId, proposalId } = await at.planned()
    const plan = (await findPlan(at.site.ctx(), planId))!
    expect([plan.counted, plan.mayMove]).toEqual([24, 2])
    const sample = await listSample(at.site.ctx(), planId)
    expect([sample.length, sample.every((id) => people.includes(id))]).toEqual([20, true])
    expect(await at.tasks()).toEqual([])
    await at.approved(proposalId)
    expect(await at.tasks()).toEqual([])
    await at.goOn(planId)
    expect((await at.tasks()).sort()).toEqual(people.sort())
    expect(await at.progress(planId)).toMatchObject({ state: 'finished', people: 24, done: 24, refused: 0, left: 0 })
  })

  test('who drew it up cannot approve it, and only they propose it, once (SE-03)', async () => {
    await at.crowd(2)
    const { planId, proposalId } = await at.planned()
    expect(await at.approved(proposalId, at.handler)).toMatchObject({ because: 'own-proposal' })
    expect(await at.within(at.lawyer, (ctx) => proposePlan(ctx, planId))).toMatchObject({ because: 'not-own-plan' })
    expect(await at.within(at.handler, (ctx) => proposePlan(ctx, planId))).toMatchObject({ because: 'proposed-already' })
  })

  test('nobody, wrong parameters and no explanation are refused', async () => {
    expect(await at.within(at.handler, (ctx) => drawUp(ctx, giving))).toMatchObject({ because: 'segment-nobody' })
    await at.crowd(1)
    expect(await at.within(at.handler, (ctx) => drawUp(ctx, { ...giving, params: { kind: 'sing' } }))).toMatchObject({
      because: 'parameters-wrong',
    })
    expect(await at.within(at.handler, (ctx) => drawUp(ctx, { ...suspending, explanation: ' ' }))).toMatchObject({
      because: 'explanation-missing',
    })
  })

  test('a segment that grew by more than the plan allows is not approved; within it, it is', async () => {
    await at.crowd(20)
    const { proposalId } = await at.planned()
    const more = await at.crowd(2, 100)
    const moved = await at.approved(proposalId).catch((error: Error) => error)
    expect(moved).toMatchObject({ because: 'segment-moved' })
    await at.within(at.handler, (ctx) => relist(ctx, more))
    const other = await at.planned()
    await at.crowd(1, 200)
    const proposal = await findProposal(at.site.ctx(), other.proposalId)
    expect(await at.within(at.lawyer, (ctx) => carryOutBulk(ctx, proposal!))).toMatchObject({ ok: true })
    await at.goOn(other.planId)
    expect(await at.progress(other.planId)).toMatchObject({ state: 'finished', people: 23, done: 23 })
  })

  test('between approving and fixing the set it grew too far: the run stops before anybody is touched', async () => {
    await at.crowd(10)
    const planId = await at.started()
    await at.crowd(3, 100)
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'stopped', people: 13, done: 0 })
    expect(await at.tasks()).toEqual([])
  })
})
