import type { Person } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'
import { sameChild } from '#joining/children/answer-child.ts'
import { keep } from './keep.ts'
import { findDraft } from './queries.ts'

/**
 * Brings what was corrected in the account into every joining that this person has begun and not submitted. A signature made there over the
 * old details counts no more (SG-06).
 */
export async function followCorrection(ctx: Ctx, personId: string, { legalName, birthDate, address }: Pick<Person,
  'legalName' | 'birthDate' | 'address'>): Promise<void> {
  const open = await ctx.db.selectFrom('draft').select('claim').where('person_id', '=', personId).where('submitted_at', 'is', null)
    .orderBy('claim').execute()
  for (const { claim } of open) {
    const draft = await findDraft(ctx, personId, claim, { lock: true })
    const before = draft?.answers.details
    if (draft && before) await keep(ctx, draft, 'account', { details: { ...before, legalName, birthDate, address } })
  }
}

type Named = Pick<Person, 'legalName' | 'birthDate'>

/**
 * The same for a child in what its representative has begun: the child stands there under the corrected name and date, so that it stays one
 * person; the declaration about it has to be made again.
 */
export async function followCorrectionOfChild(ctx: Ctx, representativeId: string, before: Named,
  { legalName, birthDate }: Named): Promise<void> {
  const open = await ctx.db.selectFrom('draft').select('claim').where('person_id', '=', representativeId).where('submitted_at', 'is', null)
    .orderBy('claim').execute()
  for (const { claim } of open) {
    const draft = await findDraft(ctx, representativeId, claim, { lock: true })
    if (!draft?.answers.children?.some((child) => sameChild(child, before))) continue
    const { declared: _, ...answers } = draft.answers
    const children = draft.answers.children.map((child) => (sameChild(child, before) ? { ...child, legalName, birthDate } : child))
    await keep(ctx, { ...draft, answers }, 'account', { children })
  }
}
