import { findPlan } from '#bulk/plans.ts'
import { carryOutBulk } from '#bulk/start-run.ts'
import type { CarryingOut } from '#web/pages/desk/proposals/carry-out.ts'

const planOf = ({ subject }: { subject: Record<string, unknown> }) => String(subject['planId'])

/** How an act on many people is told to who approves it, and what starts then. */
export const bulkCarriedOut: CarryingOut = {
  async told(visit, proposal) {
    const plan = await findPlan(visit.ctx, planOf(proposal))
    return plan ? visit.t('desk.bulk.proposalTold', { act: visit.t(`desk.bulk.act.${plan.act}`), count: plan.counted }) : ''
  },
  seenAt: (proposal) => `/desk/bulk/${planOf(proposal)}`,
  carryOut: carryOutBulk,
}
