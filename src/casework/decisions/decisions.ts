import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import type { Flag } from '#participants/flag.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { UndoReason } from '#casework/reasons.ts'
import { keepText } from '#casework/texts.ts'

/** `conclude`: how a deficiency notice ended (AD-04). */
export type DecisionKind = 'suspend' | 'lift' | 'exclude' | 'resolve-flag' | 'conclude'

/** What a human decided about somebody; `undone` is undefined while it stands. */
export interface Decision {
  personId: string
  id: string
  kind: DecisionKind
  reason: string
  claim: string | undefined
  suspensionId: string | undefined
  flag: Flag | undefined
  noticeId: string | undefined
  actor: string
  decidedAt: Date
  undone: { reason: UndoReason; actor: string; at: Date } | undefined
}

interface NewDecision {
  kind: DecisionKind
  reason: string
  explanation?: string | undefined
  claim?: string
  suspensionId?: string
  flag?: Flag
  noticeId?: string
}

/** Writes down a decision with its ground and explanation, and journals it. Answers its id. */
export async function keepDecision(ctx: Ctx, personId: string, decided: NewDecision): Promise<string> {
  const { kind, reason, explanation, claim, suspensionId, flag, noticeId } = decided
  const id = randomUUID()
  await ctx.db.insertInto('decision').values({
    person_id: personId, id, kind, reason, claim: claim ?? null, suspension_id: suspensionId ?? null, flag: flag ?? null,
    notice_id: noticeId ?? null, actor: ctx.actor, decided_at: ctx.now,
  }).execute()
  await keepText(ctx, personId, { id, about: 'decision', text: explanation })
  await record(ctx, 'casework.decided', personId, { decisionId: id, kind, reason, ...(claim && { claim }), ...(flag && { flag }),
    ...(noticeId && { noticeId }) })
  return id
}

/** Everything that was decided about somebody, newest first, with what was taken back. */
export async function listDecisions({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Decision[]> {
  const rows = await db.selectFrom('decision')
    .leftJoin('decision_undo', (on) =>
      on.onRef('decision_undo.person_id', '=', 'decision.person_id').onRef('decision_undo.decision_id', '=', 'decision.id'),
    )
    .select([
      'decision.person_id', 'id', 'kind', 'decision.reason', 'claim', 'suspension_id', 'flag', 'notice_id',
      'decision.actor', 'decided_at', 'decision_undo.reason as undo_reason', 'decision_undo.actor as undo_actor',
      'undone_at',
    ])
    .where('decision.person_id', '=', personId).orderBy('decided_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    personId: row.person_id, id: row.id, kind: row.kind as DecisionKind, reason: row.reason, claim: row.claim ?? undefined,
    suspensionId: row.suspension_id ?? undefined, flag: (row.flag ?? undefined) as Flag | undefined, noticeId: row.notice_id ?? undefined,
    actor: row.actor, decidedAt: row.decided_at,
    undone: row.undone_at === null ? undefined : { reason: row.undo_reason as UndoReason, actor: row.undo_actor!, at: row.undone_at },
  }))
}

/** A flag of a person, and the decision that settled it; open while nobody decided on it, or that was taken back. */
export interface KnownFlag { flag: Flag; flaggedAt: Date; decisionId: string | undefined }

/** The flags of a person, open ones first. */
export async function listFlags({ db }: Pick<Ctx, 'db'>, personId: string): Promise<KnownFlag[]> {
  const { rows } = await sql<KnownFlag>`
    select f.flag, f.flagged_at as "flaggedAt", d.id as "decisionId" from participant_flag f
    left join lateral (select d.id from decision d where d.person_id = f.person_id and d.kind = 'resolve-flag' and d.flag = f.flag
        and not exists (select from decision_undo u where u.person_id = d.person_id and u.decision_id = d.id) limit 1) d on true
    where f.person_id = ${personId} order by d.id is not null, f.flagged_at, f.flag`.execute(db)
  return rows.map((row) => ({ ...row, decisionId: row.decisionId ?? undefined }))
}
