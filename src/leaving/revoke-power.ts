import type { CapacityKind } from '#claims/bundle.ts'
import { record } from '#journal/record.ts'
import { listCapacities, revoke } from '#mandates/revoke.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { confirm, type Leaver } from './end.ts'
import { findLeaving, holdBack } from './leavers.ts'
import { revocationReceipt } from './receipt-texts.ts'

/** What can be taken back while the participation goes on; support and assignment end only with it. */
export const revocable = ['mandate', 'power-of-attorney'] as const satisfies CapacityKind[]
export type Revocable = (typeof revocable)[number]

/** What ends when one is taken back: the power of attorney ends with the mandate (clause 9.1 of its texts), not the other way round. */
export const endsWith = (kind: Revocable): readonly Revocable[] => (kind === 'mandate' ? revocable : [kind])

/** The capacities of a participation that live and can be taken back. */
export async function listRevocable(reader: Pick<Ctx, 'db'>, { personId, claim }: Pick<Leaver,
  'personId' | 'claim'>): Promise<Revocable[]> {
  const living = (await listCapacities(reader, [personId])).filter((each) => each.claim === claim && !each.revoked)
  return revocable.filter((kind) => living.some((each) => each.kind === kind))
}

/**
 * Takes back a mandate or a power of attorney alone, from now on (3:72(c) BW; clause 8.1 of the power of attorney, 9.1 of the mandate). The
 * participation stays, and so does what was done before. Refused: `takes-no-part` (also for whom the account does not leave),
 * `ended-already` (the participation, or that capacity).
 */
export async function revokePower(ctx: Ctx, { emailIndex, personId, claim, language, origin }: Leaver, kind: Revocable) {
  const leaving = await findLeaving(ctx, emailIndex, personId, claim)
  if (!leaving) return refused('takes-no-part')
  await holdBack(ctx, emailIndex, [leaving.participation])
  const now = await findLeaving(ctx, emailIndex, personId, claim)
  if (!now || now.participation.end || !(await listRevocable(ctx, { personId, claim })).includes(kind)) return refused('ended-already')
  const effectiveOn = dayIn(leaving.facts.timeZone, ctx.now)
  const ended = await revoke(ctx, personId, { claim, kinds: endsWith(kind), reason: 'revoked', effectiveOn })
  const kinds = revocable.filter((each) => ended.some((one) => one.kind === each))
  await record(ctx, 'leaving.revoked', personId, { claim, kinds: kinds.join(' '), effectiveOn })
  return done(await confirm(ctx, leaving, origin, revocationReceipt(language, leaving, { kinds, at: ctx.now, effectiveOn }), 'revoked'))
}
