import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import { queueEndedNotices } from './ended-notices.ts'

export type RevocationReason = 'revoked' | 'withdrawn' | 'terminated' | 'replaced' | 'came-of-age' | 'no-answer-at-18' | 'erased'

export interface Revoking {
  claim: string
  /** Only these capacities; every living one of the claim when absent. */
  kinds?: readonly string[]
  reason: RevocationReason
  /** Last moment of the capacity: the day (`YYYY-MM-DD`, the claim's zone) from which it no longer holds. */
  effectiveOn: string
  /** A mandate that stays, because it replaces the others. */
  except?: string
}

/**
 * Ends capacities of a person in a claim (3:72 BW): each gets a row of its own, nothing is taken away. Answers which ended; those that
 * had ended before stay as they were. Where no other mandate takes their place the respondents are to be told (3:76 BW, SG-03).
 */
export async function revoke(ctx: Ctx, personId: string,
  { claim, kinds, reason, effectiveOn, except }: Revoking): Promise<{ mandateId: string; kind: string }[]> {
  const living = (await listCapacities(ctx, [personId])).filter((each) =>
    !each.revoked && each.claim === claim && each.mandateId !== except && (kinds?.includes(each.kind) ?? true))
  if (!living.length) return []
  await ctx.db.insertInto('revocation')
    .values(living.map(({ mandateId, kind }) => ({ person_id: personId, mandate_id: mandateId, kind, reason, revoked_at: ctx.now,
    effective_on: effectiveOn })))
    .onConflict((conflict) => conflict.doNothing()).execute()
  await record(ctx, 'mandates.revoked', personId, { claim, reason, capacities: living.map(({ kind }) => kind).join(' ') })
  const ended = living.map(({ mandateId, kind }) => ({ mandateId, kind }))
  if (except === undefined) await queueEndedNotices(ctx, personId, { claim, capacities: ended, effectiveOn })
  return ended
}

/** A capacity as granted, and how it ended if it did. */
export interface KnownCapacity {
  personId: string
  mandateId: string
  claim: string
  round: number
  kind: string
  scope: string[]
  grantedAt: Date
  /** Who signed: the participant, or for it a parent or guardian (SG-07). */
  signedBy: 'self' | 'parent' | 'guardian'
  revoked: { reason: RevocationReason; effectiveOn: string; at: Date } | undefined
}

/** Every capacity some persons ever granted, in one query, oldest first. */
export async function listCapacities({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<KnownCapacity[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('capacity')
    .innerJoin('mandate', (on) => on.onRef('mandate.person_id', '=', 'capacity.person_id').onRef('mandate.id', '=', 'capacity.mandate_id'))
    .innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
      .onRef('signature.id', '=', 'mandate.signature_id'))
    .leftJoin('revocation', (on) => on.onRef('revocation.person_id', '=', 'capacity.person_id')
      .onRef('revocation.mandate_id', '=', 'capacity.mandate_id').onRef('revocation.kind', '=', 'capacity.kind'))
    .select(['capacity.person_id', 'capacity.mandate_id', 'capacity.kind', 'scope', 'mandate.claim', 'round', 'granted_at', 'signatory',
      'reason', 'effective_on', 'revoked_at'])
    .where('capacity.person_id', 'in', personIds).orderBy('granted_at').orderBy('capacity.kind').execute()
  return rows.map((row) => ({
    personId: row.person_id, mandateId: row.mandate_id, claim: row.claim, round: row.round, kind: row.kind, scope: row.scope as string[],
    grantedAt: row.granted_at,
    signedBy: row.signatory as KnownCapacity['signedBy'],
    revoked: row.reason === null ? undefined
      : { reason: row.reason as RevocationReason, effectiveOn: row.effective_on!, at: row.revoked_at! },
  }))
}
