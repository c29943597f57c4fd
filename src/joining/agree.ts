import type { Language } from '#claims/bundle.ts'
import { listAgreements, type SessionAgreement } from '#claims/queries.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { AcceptedText } from '#mandates/signing-record.ts'
import type { Agreed } from './answers.ts'
import { keep } from './keep.ts'
import type { Draft } from './queries.ts'
import { reached } from './reached.ts'
import { canVisit } from './steps.ts'

export interface Agreeing {
  /** The language in which the texts were on the page; from here on the language of the contract (AX-06). */
  language: Language
  /** SHA-256 of each text that was on the page and ticked, by kind. */
  ticked: Partial<Record<SessionAgreement['kind'], string>>
  /** The sentence beside each tick, by kind, as the page showed it. */
  sentences: Partial<Record<SessionAgreement['kind'], string>>
  successFee: Agreed['successFee']
  startEarly: Agreed['startEarly']
}

/**
 * Keeps which exact texts were agreed to, and the choice of success fee (SF-01). Refused: `answers-missing`, `tick-missing` when a text
 * was not ticked, `text-changed` when a newer version was published while the page was open, `already-submitted`.
 */
export async function agree(ctx: Ctx, draft: Draft, given: Agreeing) {
  if (draft.submittedAt) return refused('already-submitted')
  if (!canVisit(draft.answers, 'agreements')) return refused('answers-missing')
  const { language } = given
  const current = await listAgreements(ctx.db, draft.claim, language)
  if (current.some((text) => given.ticked[text.kind] === undefined)) return refused('tick-missing')
  if (current.some((text) => given.ticked[text.kind] !== text.sha256)) return refused('text-changed')
  const at = ctx.now.toISOString()
  const texts = current.map(({ of, kind, version, title, sha256, act }): AcceptedText => ({
    slug: of === 'claim' ? draft.claim : 'organisation', kind, version, language, title, sha256, act,
    sentence: given.sentences[kind] ?? '', at,
  }))
  await ctx.db.updateTable('draft').set({ language }).where('person_id', '=', draft.personId).where('claim', '=', draft.claim).execute()
  await record(ctx, 'joining.agreed', draft.personId, {
    texts: texts.map((text) => text.sha256).join(' '), ...reached(draft, 'agreements'),
  })
  return done(await keep(ctx, { ...draft, language }, 'agreements',
    { agreed: { texts, successFee: given.successFee, startEarly: given.startEarly, at } }))
}

/** Whether the texts that were agreed to are still those in force. */
export async function textsInForce(ctx: Pick<Ctx, 'db'>, draft: Draft): Promise<boolean> {
  const current = await listAgreements(ctx.db, draft.claim, draft.language)
  const agreed = draft.answers.agreed?.texts ?? []
  return current.length === agreed.length && current.every((text, at) => text.sha256 === agreed[at]?.sha256)
}
