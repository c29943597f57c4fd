import { randomUUID } from 'node:crypto'
import { lastDayToRefund } from '#deadlines/refund.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listFees, type KnownFee } from './queries.ts'

/** Fees that are set aside now: not owed, and given back where they were paid, because another one of the same human being stands. */
export async function listSetAside({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]) {
  if (!personIds.length) return []
  return db.selectFrom('fee_set_aside')
    .leftJoin('fee_set_aside_end', (on) =>
      on.onRef('fee_set_aside_end.person_id', '=', 'fee_set_aside.person_id')
        .onRef('fee_set_aside_end.set_aside_id', '=', 'fee_set_aside.id'),
    )
    .select(['fee_set_aside.person_id', 'id', 'fee_id', 'due_on', 'set_aside_at'])
    .where('fee_set_aside.person_id', 'in', personIds).where('ended_at', 'is', null).execute()
}

/**
 * One registration fee for one human being (MO-09): of the fees that these persons, who are one, owe or paid, the first stands and the
 * later ones are set aside, to be given back within 14 days where they were paid. One that was set aside before and is now the first is
 * owed again. Depends on who is one now, never on the order in which that was found out. The caller holds the persons.
 */
export async function oweOnce(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const aside = await listSetAside(ctx, personIds)
  const asideOf = (fee: KnownFee) => aside.find((each) => each.person_id === fee.personId && each.fee_id === fee.id)
  const standing = (await listFees(ctx, personIds)).filter((fee) => fee.cents > 0 && (!fee.refund || asideOf(fee)))
    .toSorted((one, other) => one.owedAt.getTime() - other.owedAt.getTime() || (one.id < other.id ? -1 : 1))
  for (const [place, fee] of standing.entries()) {
    const is = asideOf(fee)
    if (place === 0 && is) {
      await ctx.db.insertInto('fee_set_aside_end').values({ person_id: fee.personId, set_aside_id: is.id, ended_at: ctx.now }).execute()
      await record(ctx, 'fees.owed-again', fee.personId, { feeId: fee.id, rule: 'MO-09' })
    }
    if (place > 0 && !is) {
      const dueOn = lastDayToRefund(dayIn(legalZone, ctx.now))
      await ctx.db.insertInto('fee_set_aside')
        .values({ person_id: fee.personId, id: randomUUID(), fee_id: fee.id, due_on: dueOn, set_aside_at: ctx.now }).execute()
      await record(ctx, 'fees.set-aside', fee.personId, { feeId: fee.id, rule: 'MO-09', dueOn })
    }
  }
}
