import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { closePair, findPair } from './pairs.ts'
import type { Reason } from './weigh.ts'

/** Why two people are two. */
export const grounds = ['other-people', 'household', 'twins', 'namesakes', 'account-settled'] as const
export type Ground = (typeof grounds)[number]

/** Somebody decided that two people are two. */
export interface Judgement { id: string; ground: Ground; reasons: Reason[]; judgedBy: string; judgedAt: Date }

/**
 * Writes down that two people are two, on the reasons as they stand; the pair is not raised again for the same. Refused: `no-pair`,
 * `pair-decided` where it does not wait for anybody.
 */
export async function judgeDifferent(ctx: Ctx, two: readonly [string, string], ground: Ground) {
  const pair = await findPair(ctx, two)
  if (!pair) return refused('no-pair')
  if (!pair.open) return refused('pair-decided')
  await ctx.db.insertInto('duplicate_judgement')
    .values({
      person_id: two[0], other_id: two[1], id: randomUUID(), ground, reasons: pair.reasons,
      judged_by: actingOrganiser(ctx), judged_at: ctx.now,
    })
    .execute()
  await closePair(ctx, two)
  for (const personId of two)
    await record(ctx, 'duplicates.judged', personId, { judgement: 'different', ground, reasons: pair.reasons.join(' ') })
  return done()
}

/** What was decided about a pair, the newest first. */
export async function listJudgements({ db }: Pick<Ctx, 'db'>, [personId, otherId]: readonly [string, string]): Promise<Judgement[]> {
  const rows = await db.selectFrom('duplicate_judgement').selectAll().where('person_id', '=', personId).where('other_id', '=', otherId)
    .orderBy('judged_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, ground: row.ground as Ground, reasons: row.reasons as Reason[], judgedBy: row.judged_by,
    judgedAt: row.judged_at,
  }))
}
