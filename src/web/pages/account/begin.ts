import { heldBack } from '#accounts/held-back.ts'
import { listAgreements } from '#claims/queries.ts'
import { renewProven } from '#identity/sessions.ts'
import { beginAgain, type BeginningAgain } from '#joining/begin-again.ts'
import { findDraft } from '#joining/queries.ts'
import { nextStep } from '#joining/steps.ts'
import { again, goTo, type Answer } from '#web/answer.ts'
import type { Participant } from './account-layout.tsx'

/**
 * Leads somebody who is known into the steps of joining of the claim in the path: writes what was stated with the texts beside it, and goes
 * on as that person of the same address.
 */
export async function beginFor(visit: Participant, begin: Omit<BeginningAgain, 'provenAt' | 'statement'>,
  said: { sentence: string; terms: string }): Promise<Answer> {
  const { ctx, claim, session, language } = visit
  const held = await heldBack(ctx, begin.personId, 'self', { review: true })
  if (held) return again({ '': held })
  const shown = (await listAgreements(ctx.db, claim.slug, language)).filter(({ of }) => of === 'organisation')
  const statement = { ...said, texts: shown.map(({ kind, version, sha256 }) => ({ kind, version, sha256 })), at: ctx.now.toISOString() }
  const begun = await beginAgain(ctx, claim, { ...begin, provenAt: session.provenAt!.toISOString(), statement })
  if (!begun.ok) return again({ '': begun.because })
  const draft = await findDraft(ctx, begin.personId, claim.slug)
  return goTo(visit.claimLink(`/join/${nextStep(draft!.answers)}`), await renewProven(ctx, session, begin.personId),
    { lasting: session.lasting })
}
