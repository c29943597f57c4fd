import { randomUUID } from 'node:crypto'
import type { Language } from '#claims/bundle.ts'
import { getContent, getOrganisation } from '#claims/queries.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { record } from '#journal/record.ts'
import { getPerson } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { invitationMail } from './invitation-emails.ts'
import type { Contact } from './invitations.ts'

/** Days in which the other parent can answer. Not answering blocks nothing. */
export const answerWithinDays = 30

interface Inviting {
  personId: string
  representativeId: string
  claim: string
  language: Language
  origin: string
  to: { name: string; email: string }
}

/** Invites the other parent of a child by mail to agree or to object; once for each address and child (SG-07). */
export async function inviteOtherParent(ctx: Ctx, { personId, representativeId, claim, language, origin, to }: Inviting): Promise<void> {
  const emailIndex = ctx.vault.index('email', to.email)
  const before = await ctx.db.selectFrom('guardian_invitation').select('id').where('person_id', '=', personId)
    .where('email_index', '=', emailIndex).executeTakeFirst()
  if (before) return
  const [id, safe] = [randomUUID(), await ctx.vault.open(ctx.db, personId)]
  const expiresAt = new Date(ctx.now.getTime() + answerWithinDays * 86_400_000)
  const contact: Contact = { ...to, claim, language }
  await ctx.db.insertInto('guardian_invitation').values({
    person_id: personId, id, representative_id: representativeId, email_index: emailIndex,
    contact: safe.seal('guardian_invitation.contact', JSON.stringify(contact)),
    invited_at: ctx.now, expires_at: expiresAt,
  }).execute()
  await record(ctx, 'guardians.invited', personId, { invitationId: id, rule: 'SG-07' })
  const [organisation, content, child, by] = await Promise.all([
    getOrganisation(ctx.db, language), getContent(ctx.db, claim, language), getPerson(ctx, personId), getPerson(ctx, representativeId),
  ])
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, once: `guardian-invitation:${id}`, kind: 'guardian-invitation', language, to: to.email,
    message: (notMe) => invitationMail({ organisation, claim: content, origin, id, by: by.legalName, child: child.legalName, expiresAt,
      notMe }),
  })
}
