import { randomUUID } from 'node:crypto'
import { inviteOtherParent } from '#guardians/invite.ts'
import { represent } from '#guardians/represent.ts'
import { admit } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { CompleteDraft } from './admit-all.ts'
import type { Child } from '#joining/answers.ts'
import { findKnownChild } from '#joining/children/known-child.ts'

/**
 * Admits a child under a key of its own and writes down who represents it; one that this signer represents already keeps its file. The
 * other parent is invited where an address was given (SG-07). Answers the person id of the child.
 */
export async function admitChild(ctx: Ctx, draft: CompleteDraft, child: Child, at: number, origin: string): Promise<string> {
  const { personId, claim, language, answers: { details, declared } } = draft
  const { legalName, birthDate, relation, authority, otherParent } = child
  const known = await findKnownChild(ctx, draft, child)
  const childId = known ?? randomUUID()
  if (!known) {
    await ctx.vault.create(ctx.db, childId, ctx.now)
    await admit(ctx, childId, language, { legalName, birthDate, address: details.address })
  }
  const sentence = `${declared!.statements[at]} ${declared!.sentence}`
  await represent(ctx, childId, personId, { relation, authority, sentence, at: declared!.at, otherParent })
  if (otherParent?.email !== undefined) {
    await inviteOtherParent(ctx,
      { personId: childId, representativeId: personId, claim, language, origin, to: { name: otherParent.name, email: otherParent.email } })
  }
  return childId
}
