import type { Ctx } from '#platform/ctx.ts'
import type { WayToAskReview } from '#casework/reasons.ts'

/** Somebody asked for a second look at a decision. Days are `YYYY-MM-DD`. */
export interface Review {
  id: string
  decisionId: string
  /** Who decided, and so may not answer. */
  decidedBy: string
  cameBy: WayToAskReview
  askedOn: string
  answerBy: string
  /** The decision stands after the second look; undefined where that was not said. */
  stands: { actor: string; at: Date } | undefined
  /** Neither answered, nor was the decision taken back. */
  isOpen: boolean
}

/** Every second look that was asked for about a person, newest first. */
export async function listReviews({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Review[]> {
  const rows = await db.selectFrom('decision_review as r')
    .leftJoin('decision_review_answer as a', (on) => on.onRef('a.person_id', '=', 'r.person_id').onRef('a.review_id', '=', 'r.id'))
    .leftJoin('decision_undo as u', (on) => on.onRef('u.person_id', '=', 'r.person_id').onRef('u.decision_id', '=', 'r.decision_id'))
    .select([
      'r.id', 'r.decision_id', 'r.decided_by', 'came_by', 'asked_on', 'answer_by', 'a.actor as answered_by',
      'answered_at', 'undone_at',
    ])
    .where('r.person_id', '=', personId).orderBy('noted_at', 'desc').orderBy('r.id').execute()
  return rows.map((row) => ({
    id: row.id, decisionId: row.decision_id, decidedBy: row.decided_by, cameBy: row.came_by as WayToAskReview, askedOn: row.asked_on,
    answerBy: row.answer_by, stands: row.answered_at === null ? undefined : { actor: row.answered_by!, at: row.answered_at },
    isOpen: row.answered_at === null && row.undone_at === null,
  }))
}
