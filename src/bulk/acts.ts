import * as z from 'zod'
import { flagReasons, givenKinds, liftReasons, suspendReasons, type UndoReason } from '#casework/reasons.ts'
import { resolveFlag } from '#casework/decisions/resolve-flag.ts'
import { liftSuspension, suspendForReview } from '#casework/decisions/suspend.ts'
import { giveTask, withdrawTask } from '#casework/tasks.ts'
import { undoDecision } from '#casework/decisions/undo-decision.ts'
import { workingDaysAfter } from '#deadlines/working-days.ts'
import { conclude } from '#deficiencies/conclude.ts'
import { defectCodes, extensionReasons } from '#deficiencies/defects.ts'
import { extendCure, mostExtension } from '#deficiencies/extend-cure.ts'
import { findOpenNotice } from '#deficiencies/notices.ts'
import { sendNotice } from '#deficiencies/send-notice.ts'
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
  /** Its parameters by name, in the order of the form: the choices, a number of days, or a claim. */
  fields: Record<string, readonly string[] | 'number' | 'claim'>
  /** Whether the people are written to and why has to be said (`must`) or more may be said (`may`). */
  tells: 'must' | 'may' | 'nothing'
  /** `whole`: as if it had not been. `told`: what was mailed stays mailed, and another mail says that it was taken back. `never`. */
  undoing: 'whole' | 'told' | 'never'
  apply(ctx: Ctx, personId: string, doing: Doing<Record<string, unknown>>): Answer<Applied>
  undo(ctx: Ctx, personId: string, back: TakingBack<Record<string, unknown>>): Answer<unknown>
}

function bulkAct<P extends Record<string, unknown>>(entry: Pick<BulkAct, 'tells' | 'undoing' | 'fields'> & {
  params: z.ZodType<P>
  apply(ctx: Ctx, personId: string, doing: Doing<P>): Answer<Applied>
  undo?(ctx: Ctx, personId: string, back: TakingBack<P>): Answer<unknown>
}): BulkAct {
  const { params, undo } = entry
  return {
    params, fields: entry.fields, tells: entry.tells, undoing: entry.undoing,
    apply: (ctx, personId, doing) => entry.apply(ctx, personId, { ...doing, params: params.parse(doing.params) }),
    undo: async (ctx, personId, back) =>
      undo ? undo(ctx, personId, { ...back, params: params.parse(back.params) }) : refused('not-undoable'),
  }
}

const takeBackDecision = (ctx: Ctx, personId: string, { applied, reason, explanation, origin }: Omit<TakingBack<never>, 'params'>) =>
  undoDecision(ctx, personId, { decisionId: applied['decisionId']!, reason, explanation, origin })

/** Who a task of a bulk act may be for. */
export const taskRoles = ['case-handler', 'lawyer', 'treasurer'] as const

const task = bulkAct({
  tells: 'nothing', undoing: 'whole', fields: { kind: givenKinds, role: taskRoles, days: 'number' },
  params: z.object({ kind: z.enum(givenKinds), role: z.enum(taskRoles), days: z.coerce.number().int().min(1).max(120) }),
  async apply(ctx, personId, { params: { kind, role, days } }) {
    const given = await giveTask(ctx, personId, { kind, to: { role }, dueOn: workingDaysAfter(dayIn(legalZone, ctx.now), days) })
    return given.ok ? done({ taskId: given.value.taskId }) : given
  },
  undo: (ctx, personId, { applied }) => withdrawTask(ctx, personId, applied['taskId']!),
})

const suspend = bulkAct({
  tells: 'must', undoing: 'told', fields: { suspendReason: suspendReasons },
  params: z.object({ suspendReason: z.enum(suspendReasons) }),
  apply: (ctx, personId, { params: { suspendReason: reason }, explanation, origin }) =>
    suspendForReview(ctx, personId, { reason, explanation, origin }),
  undo: takeBackDecision,
})

/** What of a suspension the desk may lift for many at once; whose authority is disputed is looked at one by one. */
export const liftable = ['review', 'identity-disputed'] as const

const lift = bulkAct({
  tells: 'must', undoing: 'told', fields: { suspended: liftable, liftReason: liftReasons },
  params: z.object({ suspended: z.enum(liftable), liftReason: z.enum(liftReasons) }),
  async apply(ctx, personId, { params: { suspended, liftReason: reason }, explanation, origin }) {
    const suspension = (await listSuspensions(ctx, [personId])).find((each) => each.reason === suspended)
    return suspension
      ? liftSuspension(ctx, personId, { suspensionId: suspension.id, reason, explanation, origin })
      : refused('suspension-gone')
  },
  undo: takeBackDecision,
})

const flag = bulkAct({
  tells: 'nothing', undoing: 'whole', fields: { flag: flags, flagReason: flagReasons },
  params: z.object({ flag: z.enum(flags), flagReason: z.enum(flagReasons) }),
  apply: (ctx, personId, { params: { flag: name, flagReason: reason } }) => resolveFlag(ctx, personId, { flag: name, reason }),
  undo: takeBackDecision,
})

const notice = bulkAct({
  tells: 'may', undoing: 'told', fields: { claim: 'claim', defect: defectCodes, cureDays: 'number' },
  params: z.object({ claim: z.string().regex(/^[a-z0-9-]{1,64}$/), defect: z.enum(defectCodes),
    cureDays: z.coerce.number().int().min(30).max(365) }),
  async apply(ctx, personId, { params: { claim, defect, cureDays }, explanation, origin }) {
    const sent = await sendNotice(ctx, personId, { claim, defects: [defect], addition: explanation, cureDays, origin })
    return sent.ok ? done({ noticeId: sent.value.noticeId }) : sent
  },
  undo: (ctx, personId, { applied, explanation, origin }) => conclude(ctx, personId,
    { noticeId: applied['noticeId']!, outcome: 'withdrawn', reason: 'our-mistake', explanation, origin }),
})

/** A day that was promised is not taken back. */
const moreTime = bulkAct({
  tells: 'may', undoing: 'never', fields: { claim: 'claim', extraDays: 'number', extensionReason: extensionReasons },
  params: z.object({ claim: z.string().regex(/^[a-z0-9-]{1,64}$/), extraDays: z.coerce.number().int().min(1).max(mostExtension),
    extensionReason: z.enum(extensionReasons) }),
  async apply(ctx, personId, { params: { claim, extraDays: days, extensionReason: reason }, explanation: words, origin }) {
    const open = await findOpenNotice(ctx, personId, claim)
    if (!open) return refused('no-open-notice')
    const extended = await extendCure(ctx, personId, { noticeId: open.id, days, reason, words, origin })
    return extended.ok ? done({ noticeId: open.id, extensionId: extended.value.extensionId }) : extended
  },
})

/** Everything that can be done to a whole segment. What is not here is done one person at a time. */
export const bulkActs = { task, suspend, lift, flag, notice, 'more-time': moreTime } as const satisfies Record<string, BulkAct>
export type BulkActName = keyof typeof bulkActs
export const bulkActNames = Object.keys(bulkActs) as BulkActName[]
