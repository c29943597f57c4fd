import type { OrganisationContent } from '#claims/queries.ts'
import { isFamilyAddress } from '#guardians/family-address.ts'
import { normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { codeMinutes, issueCode } from '#identity/issue-code.ts'
import { proveCode } from '#identity/prove-code.ts'
import { endSessions, moveSession, type Session } from '#identity/sessions.ts'
import { getPerson, personsAt } from '#participants/queries.ts'
import { reachAt } from '#participants/reach-at.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { done, refused } from '#platform/outcome.ts'
import { codeMail, noticeMail, type About } from './emails.ts'
import { heldBack } from './held-back.ts'

/**
 * Sends a code to the new address of one person; nothing changes before it comes back. Whether somebody takes part with that address
 * already is told to nobody here. Needs a fresh proof of the old one. Refused: what `heldBack` says, `email-wrong`, `email-same`,
 * `email-of-family`, `too-many-codes` (with the instant from which it is possible).
 */
export async function askToChangeEmail(ctx: Ctx, { organisation, origin }: About,
  { personId, email, ip }: { personId: string; email: string; ip: string }) {
  const held = await heldBack(ctx, personId, 'self', { review: true })
  if (held) return refused(held)
  const address = normaliseEmail(email)
  if (!address || missingGlyphs(address).length) return refused('email-wrong')
  const person = await getPerson(ctx, personId)
  if (person.email === address) return refused('email-same')
  const emailIndex = ctx.vault.index('email', address)
  if (await isFamilyAddress(ctx, personId, emailIndex)) return refused('email-of-family')
  const code = await issueCode(ctx, { personId, purpose: 'change-email', emailIndex, ip })
  if (!code.ok) return code
  const safe = await ctx.vault.open(ctx.db, personId)
  const row = { email_index: emailIndex, email: safe.seal('email_change_ask.email', address), asked_at: ctx.now }
  await ctx.db.insertInto('email_change_ask').values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row)).execute()
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, once: `code:${code.value.id}`, kind: 'change-email-code', language: organisation.language, to: address,
    message: (notMe) => codeMail({ organisation, origin, notMe }, 'changeEmail', code.value),
  })
  return done()
}

/** The new address that waits for its code, and until when; undefined when none does. */
export async function findAskedEmail({ db, vault, now }: Pick<Ctx, 'db' | 'vault' | 'now'>,
  personId: string): Promise<{ email: string; until: Date } | undefined> {
  const row = await db.selectFrom('email_change_ask').selectAll().where('person_id', '=', personId).executeTakeFirst()
  const until = row && new Date(row.asked_at.getTime() + codeMinutes * 60_000)
  if (!row || !until || until <= now) return undefined
  return { email: (await vault.open(db, personId)).text('email_change_ask.email', row.email), until }
}

/**
 * The code came back from the new address: this one person is reached there from now on. The old address is told, its other sessions end,
 * passkeys stay with the person, and money waits (PO-06). Others who take part with the old address stay there, with this session. Refused:
 * `code-wrong`, `code-expired`, `code-used-up`, `email-of-family`, `too-many-wrong-codes` (with the instant from which it is possible).
 */
export async function changeEmail(ctx: Ctx, about: About, session: Session,
  { personId, typed, ip }: { personId: string; typed: string; ip: string }) {
  const asked = await findAskedEmail(ctx, personId)
  if (!asked) return refused('code-expired')
  const emailIndex = ctx.vault.index('email', asked.email)
  const proof = await proveCode(ctx, { personId, purpose: 'change-email', emailIndex, typed, ip })
  if (!proof.ok) return proof
  if (await isFamilyAddress(ctx, personId, emailIndex)) return refused('email-of-family')
  const { email: old, legalName: name } = await getPerson(ctx, personId)
  await reachAt(ctx, personId, asked.email)
  await ctx.db.deleteFrom('email_change_ask').where('person_id', '=', personId).execute()
  await endSessions(ctx, session.emailIndex, { allBut: session.id })
  const alone = (await personsAt(ctx, session.emailIndex)).length === 0
  if (alone) await moveSession(ctx, session, emailIndex)
  await tell(ctx, about, { personId, name, old, email: asked.email })
  return done({ email: asked.email, emailIndex, alone })
}

async function tell(ctx: Ctx, about: About,
  { personId, name, old, email }: { personId: string; name: string; old: string | undefined; email: string }) {
  const at = ctx.now.toISOString()
  const language: OrganisationContent['language'] = about.organisation.language
  for (const [kind, to] of [['emailMoved', old], ['emailHere', email]] as const) {
    if (to === undefined) continue
    await queueMail(ctx, { personId, once: `${kind}:${at}`, kind: kind === 'emailMoved' ? 'email-moved' : 'email-here', language, to,
      message: noticeMail(about, kind, ctx.now, { name }) })
  }
}
