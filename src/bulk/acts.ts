import * as z from 'zod'
import { flagReasons, liftReasons, suspendReasons, taskKinds, type UndoReason } from '#casework/reasons.ts'
import { resolveFlag } from '#casework/resolve-flag.ts'
import { liftSuspension, suspendForReview } from '#casework/suspend.ts'
import { giveTask, withdrawTask } from '#casework/tasks.ts'
import { undoDecision } from '#casework/undo-decision.ts'
import { workingDaysAfter } from '#deadlines/working-days.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { legalZone } from '#participants/age.ts'
import { flags } from '#participants/flag.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Why a whole segment is acted on. */
export const bulkReasons = ['signals', 'data-incomplete', 'own-mistake', 'term-near', 'court', 'board'] as const
export type BulkReason = (typeof bulkReasons)[number]

/** Ids of what an act made for one person, so that it can be taken back. */
export type Applied = Record<string, string>

/** What every person of a run is done to alike. `explanation` is what the people are told; empty where nothing is. */
export interface Doing<P> { params: P; explanation: string; origin: string }
export interface TakingBack<P> extends Doing<P> { applied: Applied; reason: UndoReason }

type Answer<T> = Promise<Outcome<T, string>>

/** One entry of the closed list of what can be done to a segment. */
export interface BulkAct {
  params: z.ZodType<Record<string, unknown>>
  /** Whether the people are written to, so that an explanation is needed. */
  tells: boolean
  /** `whole`: as if it had not been. `told`: what was mailed stays mailed, and another mail says that it was taken back. `never`. */
  undoing: 'whole' | 'told' | 'never'
  apply(ctx: Ctx, personId: string, doing: Doing<Record<string, unknown>>): Answer<Applied>
  undo(ctx: Ctx, personId: string, back: TakingBack<Record<string, unknown>>): Answer<unknown>
}

function bulkAct<P extends Record<string, unknown>>(entry: Pick<BulkAct, 'tells' | 'undoing'> & {
  params: z.ZodType<P>
  apply(ctx: Ctx, personId: string, doing: Doing<P>): Answer<Applied>
  undo?(ctx: Ctx, personId: string, back: TakingBack<P>): Answer<unknown>
}): BulkAct {
  const { params, undo } = entry
  return {
    params, tells: entry.tells, undoing: entry.undoing,
    apply: (ctx, personId, doing) => entry.apply(ctx, personId, { ...doing, params: params.parse(doing.params) }),
    undo: async (ctx, personId, back) => undo ? undo(ctx, personId, { ...back, params: params.parse(back.params) }) : refused('not-undoable'),
  }
}

const takeBackDecision = (ctx: Ctx, personId: string, { applied, reason, explanation, origin }: Omit<TakingBack<never>, 'params'>) =>
  undoDecision(ctx, personId, { decisionId: applied['decisionId']!, reason, explanation, origin })

/** Who a task of a bulk act may be for. */
export const taskRoles = ['case-handler', 'lawyer', 'treasurer'] as const

const task = bulkAct({
  tells: false, undoing: 'whole',
  params: z.object({ kind: z.enum(taskKinds), role: z.enum(taskRoles), days: z.coerce.number().int().min(1).max(120) }),
  async apply(ctx, personId, { params: { kind, role, days } }) {
    const given = await giveTask(ctx, personId, { kind, to: { role }, dueOn: workingDaysAfter(dayIn(legalZone, ctx.now), days) })
    return given.ok ? done({ taskId: given.value.taskId }) : given
  },
  undo: (ctx, personId, { applied }) => withdrawTask(ctx, personId, applied['taskId']!),
})

const suspend = bulkAct({
  tells: true, undoing: 'told',
  params: z.object({ reason: z.enum(suspendReasons) }),
  apply: (ctx, personId, { params: { reason }, explanation, origin }) => suspendForReview(ctx, personId, { reason, explanation, origin }),
  undo: takeBackDecision,
})

/** What of a suspension the desk may lift for many at once; whose authority is disputed is looked at one by one. */
export const liftable = ['review', 'identity-disputed'] as const

const lift = bulkAct({
  tells: true, undoing: 'told',
  params: z.object({ suspended: z.enum(liftable), reason: z.enum(liftReasons) }),
  async apply(ctx, personId, { params: { suspended, reason }, explanation, origin }) {
    const suspension = (await listSuspensions(ctx, [personId])).find((each) => each.reason === suspended)
    return suspension ? liftSuspension(ctx, personId, { suspensionId: suspension.id, reason, explanation, origin }) : refused('not-suspended')
  },
  undo: takeBackDecision,
})

const flag = bulkAct({
  tells: false, undoing: 'whole',
  params: z.object({ flag: z.enum(flags), reason: z.enum(flagReasons) }),
  apply: (ctx, personId, { params }) => resolveFlag(ctx, personId, params),
  undo: takeBackDecision,
})

/** Everything that can be done to a whole segment. What is not here is done one person at a time. */
export const bulkActs = { task, suspend, lift, flag } as const satisfies Record<string, BulkAct>
export type BulkActName = keyof typeof bulkActs
export const bulkActNames = Object.keys(bulkActs) as BulkActName[]
