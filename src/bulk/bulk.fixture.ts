import { approve } from '#organisers/four-eyes/answer-proposal.ts'
import type { Ctx } from '#platform/ctx.ts'
import { relist } from '#search/relist.ts'
import { family } from '../../test/admitted.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { organiser } from '../../test/desk.ts'
import { drawUp, proposePlan } from './draw-up.ts'
import { goOn } from './go-on.ts'
import { findPlan } from './plans.ts'
import { carryOutBulk } from './start-run.ts'

type What = Parameters<typeof drawUp>[1]

export const suspending = { act: 'suspend', filter: { claim: 'tiktok' }, params: { suspendReason: 'signals' }, because: 'signals',
  explanation: 'Wij kijken uw aanmelding na.', movePercent: 5 } satisfies What
export const giving = { act: 'task', filter: { claim: 'tiktok' }, params: { kind: 'call', role: 'case-handler', days: '5' },
  because: 'data-incomplete', movePercent: 5 } satisfies What

/** A site with a case handler who draws up and a lawyer who approves, and what both do. */
export async function bulkSite(given: Parameters<typeof testSite>[0] = {}) {
  const site = await testSite(given)
  const handler = (await organiser(site, ['case-handler'])).personId
  const lawyer = (await organiser(site, ['lawyer'])).personId
  const within = <T>(by: string, act: (ctx: Ctx) => Promise<T>): Promise<T> =>
    site.db.transaction().execute((db) => act({ ...site.ctx(`organiser:${by}`), db }))
  const planned = async (what: What = giving) => {
    const plan = await within(handler, (ctx) => drawUp(ctx, what))
    if (!plan.ok) throw new Error(plan.because)
    const proposal = await within(handler, (ctx) => proposePlan(ctx, plan.value))
    if (!proposal.ok) throw new Error(proposal.because)
    return { planId: plan.value, proposalId: proposal.value }
  }
  const approved = (proposalId: string, by = lawyer) => within(by, async (ctx) => {
    const answered = await approve(ctx, proposalId)
    return answered.ok ? carryOutBulk(ctx, answered.value) : answered
  })
  return {
    site, handler, lawyer, within, planned, approved,
    async started(what?: What) {
      const { planId, proposalId } = await planned(what)
      const begun = await approved(proposalId)
      if (!begun.ok) throw new Error(begun.because)
      return planId
    },
    goOn: (planId: string) => goOn(site, { planId }),
    progress: async (planId: string) => (await findPlan(site.ctx(), planId))!.progress!,
    tasks: async () => (await site.db.selectFrom('case_task').select('person_id').execute()).map((row) => row.person_id),
    suspended: async () => (await site.db.selectFrom('suspension')
      .leftJoin('suspension_lift', 'suspension_lift.suspension_id', 'suspension.id').select('suspension.person_id')
      .where('lifted_at', 'is', null).execute()).map((row) => row.person_id),
    /** People who joined, and stand in the list. */
    async crowd(n: number, from = 0) {
      const { person, joins } = family(site)
      const ids: string[] = []
      for (let at = from; at < from + n; at += 1) {
        const id = await person(`menigte-${at}@voorbeeld.example`)
        await joins(id)
        ids.push(id)
      }
      await within(handler, (ctx) => relist(ctx, ids))
      return ids
    },
    /** Goes on until this process has opened `n` transactions; what is left is as a killed process leaves it. */
    goesOnAndDies: (planId: string, n: number) => goOn(dyingAfter(site, n), { planId }),
  }
}
export type BulkSite = Awaited<ReturnType<typeof bulkSite>>

function dyingAfter(site: TestSite, n: number): TestSite {
  let opened = 0
  return { ...site, db: new Proxy(site.db, { get: (db, name) => {
    if (name === 'transaction' && (opened += 1) > n) throw new Error('killed')
    const value = Reflect.get(db, name) as unknown
    return typeof value === 'function' ? value.bind(db) as unknown : value
  } }) }
}
