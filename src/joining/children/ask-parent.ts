import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import { normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { take } from '#identity/rate-limit.ts'
import { record } from '#journal/record.ts'
import { firstName } from '#participants/first-name.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused, refusedUntil } from '#platform/outcome.ts'
import type { Answers } from '#joining/answers.ts'
import { parentMail } from '#joining/emails.ts'
import type { Draft } from '#joining/queries.ts'

/** A child asks a parent a few times at most, and an address is asked a few times at most, whoever asks. */
const limits = {
  child: { name: 'parent-asked-by', burst: 3, everySeconds: 86_400 },
  parent: { name: 'parent-asked', burst: 3, everySeconds: 86_400 },
}

/**
 * Somebody under 18 asks a parent by mail to join for them. Of the draft only the first form and the proof of the address stay, until it is
 * erased after 30 days; the reminder stays away. The parent's address is kept in the sealed mail alone. Refused: `email-wrong`,
 * `parent-asked-often` (with the instant from which it is possible), `already-submitted`.
 */
export async function askParent(ctx: Ctx, organisation: OrganisationContent, claim: ClaimContent, draft: Draft,
  { parent, origin }: { parent: string; origin: string }) {
  if (draft.submittedAt) return refused('already-submitted')
  const address = normaliseEmail(parent)
  if (!address) return refused('email-wrong')
  const until = (await take(ctx, limits.child, draft.personId)) ?? (await take(ctx, limits.parent, ctx.vault.index('email', address)
    .toString('hex')))
  if (until) return refusedUntil('parent-asked-often', until)
  const { name, email, statement, code, screens } = draft.answers
  const left: Answers = { name, email, statement, ...(code && { code }),
    screens: screens.filter(({ screen }) => screen === 'start' || screen === 'code') }
  const safe = await ctx.vault.open(ctx.db, draft.personId)
  await ctx.db.updateTable('draft')
    .set({ answers: safe.seal('draft.answers', JSON.stringify(left)), changed_at: ctx.now, reminded_at: ctx.now })
    .where('person_id', '=', draft.personId).where('claim', '=', draft.claim).execute()
  const emailIndex = ctx.vault.index('email', address)
  await queueFirstMail(ctx, {
    personId: draft.personId, emailIndex, origin, once: `parent:${emailIndex.toString('hex').slice(0, 16)}:${ctx.now.toISOString()}`,
    kind: 'parent-asked', language: claim.language, to: address,
    message: (notMe) => parentMail({ organisation, claim, origin, child: firstName(name), notMe }),
  })
  await record(ctx, 'joining.parent-asked', draft.personId, { claim: draft.claim })
  return done()
}
