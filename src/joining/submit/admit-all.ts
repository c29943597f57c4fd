import type { ClaimContent } from '#claims/queries.ts'
import { owe, waive } from '#fees/owe.ts'
import { grant, type GrantedCapacity } from '#mandates/grant.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { admit, takePart, type Usage } from '#participants/admit.ts'
import { listPersons } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { admitChild } from './admit-child.ts'
import type { Agreed, Answers } from '#joining/answers.ts'
import type { Price } from './price.ts'
import type { Draft } from '#joining/queries.ts'
import { forChildren, forSelf } from '#joining/steps.ts'

/** What the last page showed, for the evidence record (SG-04), and where the site is reached. */
export interface Shown { button: string; secureConnection: boolean; build: string; origin: string }
export type Complete = Required<Pick<Answers, 'details' | 'agreed' | 'signature' | 'code'>> & Answers
export type CompleteDraft = Draft & { answers: Complete }
export interface Joined { personId: string; reference: string; round: number }

/** Admits whoever is new, ties each person to the claim and grants a mandate for each; the fee is that of who signs (clause 4.4). */
export async function admitAll(ctx: Ctx, draft: CompleteDraft, claim: ClaimContent, price: Price, shown: Shown): Promise<Joined[]> {
  const { personId, language, answers } = draft
  const { usage, ...person } = answers.details
  const [known] = await listPersons(ctx, [personId])
  if (!known) await admit(ctx, personId, language, { ...person, email: answers.email })
  const joined: Joined[] = []
  // The duty to pay stands in one record only, and its mail is the one that asks for the money.
  const bound = () => (joined.length ? { cents: 0, vatCents: 0 } : price)
  if (forSelf(answers)) {
    const self = await join(ctx, draft, claim, personId, usage!)
    await grantFor(ctx, draft, claim, self, recordOf(signingRecord(ctx, draft, bound(), shown), draft, joined.length))
    joined.push(self)
  }
  for (const [at, child] of forChildren(answers) ? answers.children!.entries() : []) {
    const childId = await admitChild(ctx, draft, child, at, shown.origin)
    const one = await join(ctx, draft, claim, childId, child.usage)
    const record = recordOf(signingRecord(ctx, draft, bound(), shown), draft, joined.length)
    await grantFor(ctx, draft, claim, one, { ...record, ...asRepresentative(draft, childId, at) })
    await waive(ctx, childId, { claim: draft.claim, round: one.round }, 'paid-by-representative')
    joined.push(one)
  }
  const { reference, round } = joined[0]!
  if (price.cents > 0) await owe(ctx, personId,
    { claim: draft.claim, round, cents: price.cents, vatPercent: claim.facts.money.vatPercent, participation: reference })
  else if (forSelf(answers)) await waive(ctx, personId, { claim: draft.claim, round }, price.waiver ?? 'none-asked')
  return joined
}

async function join(ctx: Ctx, draft: CompleteDraft, claim: ClaimContent, personId: string, usage: Usage): Promise<Joined> {
  const { agreed } = draft.answers
  const { successFixed, successPercent } = claim.facts.money
  const part = await takePart(ctx, personId, {
    claim: draft.claim, language: draft.language, startEarly: agreed.startEarly.asked, usage,
    successFee: { choice: agreed.successFee.choice, fixedCents: successFixed, percent: successPercent },
  })
  return { personId, ...part }
}

/** Grants the mandate of one person: the signature with its record, and every capacity of the claim. */
export const grantFor = (ctx: Ctx, draft: CompleteDraft, claim: ClaimContent, { personId, round }: Joined,
  signing: SigningRecord): Promise<string> =>
  grant(ctx, personId, {
    claim: draft.claim, round, language: draft.language, timeZone: claim.facts.timeZone, signing,
    capacities: capacitiesOf(claim, draft.answers.agreed),
    ...(signing.role !== 'self' && { representativeId: draft.personId }),
  })

const capacitiesOf = (claim: ClaimContent,
  agreed: Agreed): GrantedCapacity[] => claim.facts.capacities.map(({ kind, agreement, scope }) => {
  const text = agreed.texts.find((each) => each.kind === agreement)
  if (!text) throw new Error(`${claim.slug} grants ${kind} by ${agreement}, which is no text of its signing session`)
  return { kind, scope, textSha256: text.sha256, textVersion: text.version }
})

/** The record of one person out of those who were signed for: it says for whom, and nothing of the others. */
export const recordOf = (record: SigningRecord, { answers: { signature: { each } } }: CompleteDraft, place: number): SigningRecord =>
  each ? { ...record, signature: { ...record.signature, sentence: `${record.signature.sentence} ${each[place]}` } } : record

/** What the record of a child says besides: who signs for it, as what, and the declaration (SG-07). */
export function asRepresentative({ personId, answers: { details, declared, children } }: CompleteDraft, childId: string, at: number) {
  const { usage: _, ...signer } = details
  const { relation, authority, legalName, birthDate, usage } = children![at]!
  const declaration = { sentence: `${declared!.statements[at]} ${declared!.sentence}`, at: declared!.at }
  return {
    personId: childId, payer: personId, role: relation, details: signer,
    represented: { legalName, birthDate, address: signer.address, usage, authority, declaration },
  }
}

/** The record of the session, for who signs for themselves (SG-04). */
export function signingRecord(ctx: Ctx, { personId, claim, language, answers }: CompleteDraft,
  { cents, vatCents, waiver }: Omit<Price, 'waiver'> & Partial<Pick<Price, 'waiver'>>, shown: Shown): SigningRecord {
  const { details, code: { sentAt, provenAt, attempts }, agreed, statement, onlyChildren, email } = answers
  const { over: _, each: __, ...signature } = answers.signature
  return {
    personId, role: 'self', claim, language, details,
    email: { address: email, ...(sentAt !== undefined && { codeSentAt: sentAt }), provenAt, ...(attempts !== undefined && { attempts }) },
    statement, ...(onlyChildren && { onlyChildren }), texts: agreed.texts, successFee: agreed.successFee, startEarly: agreed.startEarly,
    registrationFee: { cents, vatCents, ...(waiver && { waiver }) },
    button: shown.button, screens: [...answers.screens, { screen: 'check', at: ctx.now.toISOString() }], signature,
    secureConnection: shown.secureConnection, build: shown.build, submittedAt: ctx.now.toISOString(),
  }
}
