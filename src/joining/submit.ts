import { sql } from 'kysely'
import type { ClaimContent } from '#claims/queries.ts'
import { owe, waive } from '#fees/owe.ts'
import { record } from '#journal/record.ts'
import { grant } from '#mandates/grant.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { admit, takePart } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { textsInForce } from './agree.ts'
import type { Answers } from './answers.ts'
import { priceOf } from './price.ts'
import type { Draft } from './queries.ts'
import { nextStep } from './steps.ts'

interface Shown { button: string; secureConnection: boolean; build: string }
type Complete = Required<Pick<Answers, 'details' | 'agreed' | 'signature' | 'code'>> & Answers

/**
 * The binding act: admits the person, ties the person to the claim, grants the mandate, owes or waives the fee and queues the sealing, all in one
 * transaction. A second submit of the same draft is `already-submitted` and changes nothing. Refused also: `answers-missing`, `text-changed`.
 */
export async function submit(ctx: Ctx, draft: Draft, claim: ClaimContent, shown: Shown) {
  if (draft.submittedAt) return refused('already-submitted')
  if (nextStep(draft.answers) !== 'check' || !draft.answers.code) return refused('answers-missing')
  if (!(await textsInForce(ctx, draft))) return refused('text-changed')
  const answers = draft.answers as Complete
  const { personId, language } = draft
  const { usage, ...person } = answers.details
  const { agreed } = answers
  const { money } = claim.facts
  await oneAtATime(ctx, draft)
  const price = await priceOf(ctx, draft, money)

  await admit(ctx, personId, draft.emailIndex, language, { ...person, email: answers.email })
  const reference = await takePart(ctx, personId, {
    claim: draft.claim, language, startEarly: agreed.startEarly.asked, usage,
    successFee: { choice: agreed.successFee.choice, fixedCents: money.successFixed, percent: money.successPercent },
  })
  await grant(ctx, personId, {
    claim: draft.claim, language, timeZone: claim.facts.timeZone, signing: signingRecord(ctx, draft, answers, price, shown),
    capacities: claim.facts.capacities.map(({ kind, agreement, scope }) => {
      const text = agreed.texts.find((each) => each.kind === agreement)
      if (!text) throw new Error(`${draft.claim} grants ${kind} by ${agreement}, which is no text of its signing session`)
      return { kind, scope, textSha256: text.sha256, textVersion: text.version }
    }),
  })
  if (price.cents > 0) await owe(ctx, personId, { claim: draft.claim, cents: price.cents, vatPercent: money.vatPercent, participation: reference })
  else await waive(ctx, personId, { claim: draft.claim })
  await forgetAnswers(ctx, draft)
  await record(ctx, 'joining.submitted', personId, { claim: draft.claim })
  return done({ reference })
}

/** Holds other submissions of this address until the end of the transaction: of two in the same second both would find no fee yet and owe it (MO-09). */
const oneAtATime = ({ db }: Ctx, { emailIndex }: Draft) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`submit:${emailIndex.toString('hex')}`}, 0))`.execute(db)

async function forgetAnswers(ctx: Ctx, draft: Draft) {
  const safe = await ctx.vault.open(ctx.db, draft.personId)
  const { email, statement } = draft.answers
  const rest: Answers = { name: '', email, statement, screens: [] }
  await ctx.db.updateTable('draft').set({ submitted_at: ctx.now, changed_at: ctx.now, answers: safe.seal('draft.answers', JSON.stringify(rest)) })
    .where('person_id', '=', draft.personId).execute()
}

function signingRecord(ctx: Ctx, draft: Draft, answers: Complete, registrationFee: SigningRecord['registrationFee'], shown: Shown): SigningRecord {
  const { details, code, agreed, statement } = answers
  const { over: _, ...signature } = answers.signature
  return {
    personId: draft.personId, role: 'self', claim: draft.claim, language: draft.language,
    details, email: { address: answers.email, codeSentAt: code.sentAt, provenAt: code.provenAt, attempts: code.attempts },
    statement, texts: agreed.texts, successFee: agreed.successFee, startEarly: agreed.startEarly,
    registrationFee, button: shown.button, screens: [...answers.screens, { screen: 'check', at: ctx.now.toISOString() }], signature,
    secureConnection: shown.secureConnection, build: shown.build, submittedAt: ctx.now.toISOString(),
  }
}
