import { foundWrong } from '#journal/check.ts'
import { listOpenTasks } from '#casework/list-tasks.ts'
import { listAlarms } from '#phases/alarms.ts'
import { listFailedPlans } from '#publishing/plans/plans.ts'
import { countHoldsDue } from '#erasure/look-at-hold.ts'
import { countOpenPairs } from '#duplicates/pairs.ts'
import { countOpenSignals } from '#signals/queries.ts'
import { listRefunds } from '#fees/lists.ts'
import { countDrafts } from '#drafting/differences.ts'
import { listProposals } from '#organisers/four-eyes/proposals.ts'
import { fourEyes, mayDo, type DeskAct, type FourEyesAct, type Role } from '#organisers/roles.ts'
import { countLapsed } from '#organisers/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { countJobs } from '#platform/job-list.ts'

/** Who looks, and with what. */
export interface Looking { ctx: Ctx; personId: string; roles: readonly Role[] }

/** Counting stops after so many: the overview says “more than 100”. */
export const most = 100

/**
 * One kind of work that may wait for an organiser: the act that does it, where it is done, and how many there are, counted no further than
 * `most` + 1. Its words are `desk.overview.waiting.<name>`.
 */
export interface WaitingSource { name: string; act: DeskAct; to: string; count(looking: Looking): Promise<number> }

const mayAnswer = (roles: readonly Role[]) => (Object.keys(fourEyes) as FourEyesAct[]).filter((act) => mayDo(roles, fourEyes[act].approve))

const countFailed = async ({ db, now }: Ctx) => (await countJobs(db, now, most)).reduce((all, { failed }) => all + failed, 0)

/** Everything that may wait for somebody, in the order in which the overview shows it. Each room adds its line. */
export const waitingSources = [
  { name: 'journalWrong', act: 'journal.verify', to: '/journal/verify', count: async ({ ctx }) => (await foundWrong(ctx.db) ? 1 : 0) },
  {
    name: 'proposals', act: 'proposals.see', to: '/proposals',
    count: async ({ ctx, personId, roles }) =>
      (await listProposals(ctx, { waiting: true, acts: mayAnswer(roles), notBy: personId, limit: most + 1 })).length,
  },
  {
    name: 'tasks', act: 'people.note', to: '/tasks',
    count: async ({ ctx, personId }) => (await listOpenTasks(ctx, { organiserId: personId }, { limit: most + 1 })).length,
  },
  {
    name: 'roleTasks', act: 'people.note', to: '/tasks',
    count: async ({ ctx, roles }) => (await listOpenTasks(ctx, { roles }, { limit: most + 1 })).length,
  },
  { name: 'duplicates', act: 'duplicates.judge', to: '/duplicates', count: ({ ctx }) => countOpenPairs(ctx) },
  { name: 'signals', act: 'signals.judge', to: '/signals', count: ({ ctx }) => countOpenSignals(ctx) },
  { name: 'holds', act: 'erasures.see', to: '/erasures', count: ({ ctx }) => countHoldsDue(ctx, most + 1) },
  { name: 'drafts', act: 'claims.publish', to: '/claims', count: ({ ctx }) => countDrafts(ctx.db) },
  { name: 'failedPlans', act: 'claims.publish', to: '/claims', count: async ({ ctx }) => (await listFailedPlans(ctx)).length },
  // An auditor sees the list of refunds too, and gives nothing back.
  {
    name: 'refunds', act: 'payments.see', to: '/payments',
    count: async ({ ctx, roles }) => (roles.includes('treasurer') ? (await listRefunds(ctx, { limit: most + 1 })).length : 0),
  },
  { name: 'failedJobs', act: 'jobs.retry', to: '/jobs', count: ({ ctx }) => countFailed(ctx) },
  { name: 'lapsed', act: 'organisers.change', to: '/organisers', count: ({ ctx }) => countLapsed(ctx, most + 1) },
  { name: 'alarms', act: 'claims.publish', to: '/transparency', count: async ({ ctx }) => (await listAlarms(ctx)).length },
] as const satisfies readonly WaitingSource[]
