import type { Ctx } from '#platform/ctx.ts'
import { outcomeOf, type CureOutcome, type Defect, type ExtensionReason, type OutcomeReason } from './defects.ts'

export interface Extension { id: string; days: number; reason: ExtensionReason; dueOn: string; actor: string; at: Date }
export interface CureAnswer { id: string; answer: 'mended' | 'more-time'; actor: string; at: Date }

/** A deficiency notice with all that followed it (AD-04). Days are `YYYY-MM-DD`. */
export interface Notice {
  personId: string
  id: string
  claim: string
  defects: Defect[]
  sentOn: string
  sentAt: Date
  actor: string
  /** Days to mend in all, extensions included. */
  days: number
  rule: string
  calendar: string
  /** The last day now, and the day on which the desk looks (9.8). */
  dueOn: string
  internalDueOn: string
  extensions: Extension[]
  answers: CureAnswer[]
  /** The decision that ended it and stands. */
  outcome: { decisionId: string; outcome: CureOutcome; reason: OutcomeReason; actor: string; at: Date } | undefined
}

/** Every notice some persons were sent, newest first, in four queries; an outcome that was taken back ended nothing. */
export async function listNotices({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Notice[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('deficiency_notice').selectAll().where('person_id', 'in', personIds)
    .orderBy('sent_at', 'desc').orderBy('id').execute()
  if (!rows.length) return []
  const [extensions, answers, outcomes] = await Promise.all([
    db.selectFrom('deficiency_extension').selectAll().where('person_id', 'in', personIds)
      .orderBy('extended_at').orderBy('due_on').execute(),
    db.selectFrom('deficiency_answer').selectAll().where('person_id', 'in', personIds).orderBy('answered_at').execute(),
    standingOutcomes(db, personIds),
  ])
  return rows.map((row): Notice => {
    const longer = extensions.filter((each) => each.notice_id === row.id)
    const last = longer.at(-1) ?? row
    const outcome = outcomes.find((each) => each.notice_id === row.id)
    return {
      personId: row.person_id, id: row.id, claim: row.claim, defects: row.defects as Defect[], sentOn: row.sent_on, sentAt: row.sent_at,
      actor: row.actor, days: row.cure_days + longer.reduce((sum, { days }) => sum + days, 0), rule: row.rule, calendar: row.calendar,
      dueOn: last.due_on, internalDueOn: last.internal_due_on,
      extensions: longer.map((each) => ({ id: each.id, days: each.days, reason: each.reason as ExtensionReason, dueOn: each.due_on,
        actor: each.actor, at: each.extended_at })),
      answers: answers.filter((each) => each.notice_id === row.id)
        .map((each) => ({ id: each.id, answer: each.answer as CureAnswer['answer'], actor: each.actor, at: each.answered_at })),
      outcome: outcome && { decisionId: outcome.id, outcome: outcomeOf(outcome.reason as OutcomeReason),
        reason: outcome.reason as OutcomeReason, actor: outcome.actor, at: outcome.decided_at },
    }
  })
}

const standingOutcomes = (db: Ctx['db'], personIds: readonly string[]) => db.selectFrom('decision')
  .leftJoin('decision_undo', (on) => on
    .onRef('decision_undo.person_id', '=', 'decision.person_id').onRef('decision_undo.decision_id', '=', 'decision.id'))
  .select(['id', 'notice_id', 'decision.reason', 'decision.actor', 'decided_at'])
  .where('decision.person_id', 'in', personIds).where('notice_id', 'is not', null).where('undone_at', 'is', null).execute()

/** One notice of a person; undefined where there is none. */
export const findNotice = async (reader: Pick<Ctx, 'db'>, personId: string, noticeId: string): Promise<Notice | undefined> =>
  (await listNotices(reader, [personId])).find(({ id }) => id === noticeId)

/** The newest notice of a person that is open, of one claim where it is named. */
export const findOpenNotice = async (reader: Pick<Ctx, 'db'>, personId: string, claim?: string): Promise<Notice | undefined> =>
  (await listNotices(reader, [personId])).find((each) => !each.outcome && (claim === undefined || each.claim === claim))

/** Whether the participant has said, since the term began or was made longer, that it is mended: the desk has to look, and asks no more. */
export const isAnswered = ({ answers, extensions, sentAt }: Notice): boolean => {
  const since = extensions.at(-1)?.at ?? sentAt
  return answers.some(({ answer, at }) => answer === 'mended' && at >= since)
}
