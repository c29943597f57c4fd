import { sql } from 'kysely'
import { may } from '#accounts/may.ts'
import { listReached, type Reached } from '#accounts/reach.ts'
import { listClaims } from '#claims/queries.ts'
import type { ClaimFacts } from '#claims/bundle.ts'
import { listPayers } from '#fees/reliance.ts'
import { lockPersons } from '#participants/lock.ts'
import { listParticipations, type KnownParticipation } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { mayWithdraw, withdrawUntil } from './withdrawal-term.ts'

type Reader = Pick<Ctx, 'db' | 'vault' | 'now'>

/**
 * Whether an account may leave for a person: everybody for themselves from 18 on; under 18 only who represents them (clause 11.1, MI-02).
 */
export const leavesFor = (reached: Pick<Reached, 'as' | 'age'>): boolean => may(reached, 'leave')

/** A participation of somebody an account leaves for, with its claim and its days. */
export interface Leaving {
  of: Reached
  participation: KnownParticipation
  facts: ClaimFacts
  /** Last day to withdraw (`YYYY-MM-DD`), past or not. */
  until: string
  /** Whether it can be withdrawn from now (or at the instant asked about). */
  withdrawable: boolean
}

/**
 * The newest participation in each claim of everybody an account leaves for; ended ones too. `at`: when the notice counts from, now unless
 * told.
 */
export async function listLeaving(reader: Reader, emailIndex: Buffer, at = reader.now): Promise<Leaving[]> {
  const [reached, claims] = [(await listReached(reader, emailIndex)).filter(leavesFor), await listClaims(reader.db)]
  const all = await listParticipations(reader, reached.map(({ person }) => person.personId))
  return reached.flatMap((of) => claims.flatMap(({ slug, facts }): Leaving[] => {
    const participation = all.findLast((each) => each.personId === of.person.personId && each.claim === slug)
    return participation ? [{
      of, participation, facts, until: withdrawUntil(participation, facts.timeZone),
      withdrawable: mayWithdraw(participation, facts.timeZone, at),
    }] : []
  }))
}

/** One of them; undefined for everybody whom the account does not leave for, whether they exist or not. */
export const findLeaving = async (reader: Reader, emailIndex: Buffer, personId: string, claim: string): Promise<Leaving | undefined> =>
  (await listLeaving(reader, emailIndex)).find(({ participation }) => participation.personId === personId && participation.claim === claim)

/**
 * Works alone, until the end of the transaction, on these participations and on the fees behind them: after submissions of the same
 * address, which look whether a fee is owed, and after whoever leaves from the account of the other parent.
 */
export async function holdBack(ctx: Ctx, emailIndex: Buffer, of: readonly Pick<KnownParticipation,
  'personId' | 'claim' | 'round'>[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`submit:${emailIndex.toString('hex')}`}, 0))`.execute(ctx.db)
  const payers = await Promise.all(of.map((each) => listPayers(ctx, each)))
  await lockPersons(ctx, [...new Set([...of.map(({ personId }) => personId), ...payers.flat()])])
}
