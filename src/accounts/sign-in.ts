import { randomUUID } from 'node:crypto'
import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { normaliseEmail } from '#identity/address.ts'
import { issueCode } from '#identity/issue-code.ts'
import { proveCode } from '#identity/prove-code.ts'
import { openSession, renewProven, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import { queueMail, type MailMessage } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import { personsAt } from '#participants/queries.ts'

interface Asking { email: string; ip: string; origin: string }

/**
 * Sends a code to sign in. An address nobody joined with gets the same answer; its mail says so and holds no code.
 * Refused: `email-wrong`, `too-many-codes` (with the instant from which it is possible).
 */
export async function askToSignIn(ctx: Ctx, organisation: OrganisationContent, { email, ip, origin }: Asking) {
  const address = normaliseEmail(email)
  if (!address) return refused('email-wrong')
  const emailIndex = ctx.vault.index('email', address)
  const [known] = await personsAt(ctx, emailIndex)
  const personId = known ?? randomUUID()
  const code = await issueCode(ctx, { personId, purpose: 'sign-in', emailIndex, ip })
  if (!code.ok) return code
  if (!known) await ctx.vault.create(ctx.db, personId, ctx.now)
  const about = { organisation, origin }
  await queueMail(ctx, {
    personId, once: `code:${code.value.id}`, kind: known ? 'sign-in-code' : 'sign-in-unknown', language: organisation.language, to: address,
    message: known ? codeMail({ ...about, code: code.value.code, expiresAt: code.value.expiresAt }) : unknownMail(about),
  })
  return done(await openSession(ctx, { personId, emailIndex, proven: false }))
}

/** The code comes back: the session is proven under a new token. Refused: `code-wrong`, `code-expired`, `code-used-up`. */
export async function signIn(ctx: Ctx, session: Session, typed: string) {
  const proof = await proveCode(ctx, session.personId, typed)
  if (!proof.ok) return proof
  await record(ctx, 'identity.signed-in', session.personId)
  return done(await renewProven(ctx, session))
}

function codeMail({ organisation, origin, code, expiresAt }: { organisation: OrganisationContent; origin: string; code: string; expiresAt: Date }): MailMessage {
  const t = wordsIn(organisation.language)
  const until = time(organisation.language, expiresAt)
  return emailMessage({
    language: organisation.language, sender: senderOf(organisation, origin),
    subject: t('mail.signIn.subject', { code }), preheader: t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.signIn.lead', { organisation: organisation.facts.name }) },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t('mail.code.how', { time: until }) },
      { kind: 'small', text: t('mail.signIn.notMe') },
    ],
  })
}

function unknownMail({ organisation, origin }: { organisation: OrganisationContent; origin: string }): MailMessage {
  const t = wordsIn(organisation.language)
  return emailMessage({
    language: organisation.language, sender: senderOf(organisation, origin),
    subject: t('mail.unknown.subject'), preheader: t('mail.unknown.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.unknown.lead', { organisation: organisation.facts.name }) },
      { kind: 'button', label: t('mail.unknown.claims'), href: `${origin}/${organisation.language}` },
    ],
  })
}
