import { randomUUID } from 'node:crypto'
import type { CapacityKind, Language } from '#claims/bundle.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/clock.ts'
import { record } from '#journal/record.ts'
import type { SigningRecord } from './signing-record.ts'
import { sealMandate } from './jobs.ts'

export interface GrantedCapacity {
  kind: CapacityKind
  textSha256: string
  textVersion: string
  scope: readonly string[]
}

/**
 * Grants one mandate for one person: the signature with its evidence, each capacity as a record of its own, and the job that
 * seals it (SG-04, MI-06). The caller has checked that the texts are those that were on the page.
 */
export async function grant(
  ctx: Ctx, personId: string,
  given: {
    claim: string
    round: number
    language: Language
    timeZone: string
    representativeId?: string
    signing: SigningRecord
    capacities: readonly GrantedCapacity[]
  },
): Promise<string> {
  const { claim, round, language, timeZone, signing, capacities } = given
  const safe = await ctx.vault.open(ctx.db, personId)
  const [signatureId, mandateId] = [randomUUID(), randomUUID()]
  await ctx.db.insertInto('signature').values({
    person_id: personId, id: signatureId, claim, way: signing.signature.way, signatory: signing.role,
    representative_id: given.representativeId ?? null,
    evidence: safe.seal('signature.evidence', JSON.stringify(signing)), signed_at: new Date(signing.signature.at),
  }).execute()
  await ctx.db.insertInto('mandate')
    .values({ person_id: personId, id: mandateId, claim, round, signature_id: signatureId, language, granted_at: ctx.now }).execute()
  await ctx.db.insertInto('capacity').values(capacities.map(({ kind, textSha256, textVersion, scope }) => ({
    person_id: personId, mandate_id: mandateId, kind, text_sha256: textSha256, text_version: textVersion, language,
    scope: JSON.stringify(scope), valid_from: dayIn(timeZone, ctx.now),
  }))).execute()
  await record(ctx, 'mandates.granted', personId, { mandateId, claim, capacities: capacities.map((capacity) => capacity.kind).join(' ') })
  await ctx.jobs.queue(ctx.db, sealMandate, { personId, mandateId })
  return mandateId
}
