import type { ClaimContent } from '#claims/queries.ts'
import { owe } from '#fees/owe.ts'
import { vatWithin } from '#fees/registration-fee.ts'
import { record } from '#journal/record.ts'
import { grant } from '#mandates/grant.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { admit, takePart } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { textsInForce } from './agree.ts'
import type { Answers } from './answers.ts'
import type { Draft } from './queries.ts'
import { nextStep } from './steps.ts'

interface Shown { button: string; secureConnection: boolean; build: string }
type Complete = Required<Pick<Answers, 'details' | 'agreed' | 'signature' | 'code'>> & Answers

/**
 * The binding act: admits the person, ties the person to the claim, grants the mandate, owes the fee and queues the sealing, all in one
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
  const { registrationFee, vatPercent } = claim.facts.money

  await admit(ctx, personId, draft.emailIndex, language, { ...person, email: answers.email })
  const reference = await takePart(ctx, personId, { claim: draft.claim, language, successFee: agreed.successFee.choice, startEarly: agreed.startEarly.asked, usage })
  await grant(ctx, personId, {
    claim: draft.claim, language, timeZone: claim.facts.timeZone, signing: signingRecord(ctx, draft, answers, { cents: registrationFee, vatCents: vatWithin(registrationFee, vatPercent) }, shown),
    capacities: claim.facts.capacities.map(({ kind, agreement, scope }) => {
      const text = agreed.texts.find((each) => each.kind === agreement)
      if (!text) throw new Error(`${draft.claim} grants ${kind} by ${agreement}, which is no text of its signing session`)
      return { kind, scope, textSha256: text.sha256, textVersion: text.version }
    }),
  })
  await owe(ctx, personId, { claim: draft.claim, cents: registrationFee, vatPercent, participation: reference })
  await forgetAnswers(ctx, draft)
  await record(ctx, 'joining.submitted', personId, { claim: draft.claim })
  return done({ reference })
}

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
