import { addPasskey, removePasskey, type RelyingParty } from '#identity/passkeys.ts'
import type { Session } from '#identity/sessions.ts'
import { getPerson } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { noticeMail, type About, type NoticeKind } from './emails.ts'

/** Adds a passkey to a person's way in and tells the address. Needs a fresh proof. Refused: `passkey-failed`. */
export async function keepPasskey(
  ctx: Ctx, about: About, rp: RelyingParty, session: Session,
  given: { personId: string; answer: string; userAgent: string },
) {
  const added = await addPasskey(ctx, rp, { ...given, sessionId: session.id })
  if (!added.ok) return added
  await tell(ctx, about, 'passkeyAdded', given.personId, added.value)
  return done()
}

/** Takes a passkey away and tells the address. Needs a fresh proof. Refused: `passkey-gone` when there is none with this id. */
export async function dropPasskey(ctx: Ctx, about: About, personId: string, id: string) {
  if (!(await removePasskey(ctx, personId, id))) return refused('passkey-gone')
  await tell(ctx, about, 'passkeyRemoved', personId, id)
  return done()
}

async function tell(ctx: Ctx, about: About, kind: NoticeKind & ('passkeyAdded' | 'passkeyRemoved'), personId: string, id: string) {
  const { email, legalName: name } = await getPerson(ctx, personId)
  if (email === undefined) return
  await queueMail(ctx, {
    personId, once: `${kind}:${id}`, kind: kind === 'passkeyAdded' ? 'passkey-added' : 'passkey-removed',
    language: about.organisation.language, to: email,
    message: noticeMail(about, kind, ctx.now, { name }),
  })
}
