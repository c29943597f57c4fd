import { getContent, getOrganisation } from '#claims/queries.ts'
import { record } from '#journal/record.ts'
import { listPersons } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { answeredMail } from './invitation-emails.ts'
import type { GuardianAnswer, Invitation } from './invitations.ts'
import { suspend } from './suspend.ts'

export interface Answering {
  answer: GuardianAnswer
  /** The sentence that was chosen, as it stood on the page. */
  sentence: string
  /** What the other parent adds; only the foundation reads it. */
  word: string
  origin: string
}

/**
 * The other parent agrees, objects, or does not know these people; each is kept. An objection suspends every act for the child at once, and
 * the representative is told kindly (SG-07, clause 11.1; 1:253i BW). Refused: `invitation-over`, `invitation-answered`.
 */
export async function answerInvitation(ctx: Ctx, invitation: Invitation, { answer, sentence, word, origin }: Answering) {
  const { id, personId, representativeId, contact: { claim, language } } = invitation
  if (invitation.over) return refused('invitation-over')
  const safe = await ctx.vault.open(ctx.db, personId)
  const written = await ctx.db.insertInto('guardian_answer').values({
    person_id: personId, invitation_id: id, answer, statement: safe.seal('guardian_answer.statement', JSON.stringify({ sentence, word })),
    answered_at: ctx.now,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return refused('invitation-answered')
  await record(ctx, 'guardians.answered', personId, { invitationId: id, answer, rule: 'SG-07' })
  if (answer === 'objected') await suspend(ctx, personId, 'custody-objection')
  const [child, by] = await listPersons(ctx, [personId, representativeId])
  if (child && by?.email !== undefined) {
    const [organisation, content] = await Promise.all([getOrganisation(ctx.db, language), getContent(ctx.db, claim, language)])
    await queueMail(ctx, {
      personId: by.personId, once: `guardian-answer:${id}`, kind: `guardian-${answer}`, language, to: by.email,
      message: answeredMail({ organisation, claim: content, origin, answer, by: by.legalName, child: child.legalName }),
    })
  }
  return done()
}
