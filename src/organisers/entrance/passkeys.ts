import { endDeskSessions } from '#identity/desk-sessions.ts'
import { addPasskey, listPasskeys, removePasskey, type RelyingParty } from '#identity/passkeys.ts'
import { freshen, isFresh, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { lockOrganiser } from '#organisers/administrators.ts'
import type { Sending } from '#organisers/emails.ts'
import { noteEnrolled } from '#organisers/enter-organiser.ts'
import { tellOrganiser } from '#organisers/notices.ts'
import { getOrganiser } from '#organisers/queries.ts'

interface Made { session: Session; answer: string; userAgent: string; rp: RelyingParty }

/**
 * Whether this session may make the first passkey. Refused: `invitation-over` when the invitation ran out meanwhile, `passkey-there` for a
 * session by code where there is a passkey already, which is then the only way in; never outside production.
 */
export async function mayEnrol(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>, { personId, provenBy }: Session,
  { production }: { production: boolean }) {
  const { expiresAt } = await getOrganiser(ctx, personId)
  if (expiresAt && expiresAt <= ctx.now) return refused('invitation-over')
  if (production && provenBy === 'code' && (await listPasskeys(ctx, [personId])).length) return refused('passkey-there')
  return done()
}

/**
 * The first passkey of an organiser: they are enrolled, their other sessions end, and this one goes on under a new token as if the passkey
 * had opened it. Refused: what `mayEnrol` refuses, `passkey-failed`.
 */
export async function enrol(ctx: Ctx, sending: Sending, { session, answer, userAgent, rp }: Made, { production }: { production: boolean }) {
  const { personId } = session
  await lockOrganiser(ctx, personId)
  const may = await mayEnrol(ctx, session, { production })
  if (!may.ok) return may
  const added = await addPasskey(ctx, rp, { personId, sessionId: session.id, answer, userAgent })
  if (!added.ok) return added
  await noteEnrolled(ctx, personId)
  await endDeskSessions(ctx, personId, { allBut: session.id })
  await record(ctx, 'organisers.enrolled', personId)
  await tellOrganiser(ctx, sending, 'passkeyAdded', await getOrganiser(ctx, personId))
  return done(await freshen(ctx, session, 'passkey'))
}

/** A further passkey, for another device. Refused: `proof-old` 15 minutes after signing in, `passkey-failed`. */
export async function addOwnPasskey(ctx: Ctx, sending: Sending, { session, answer, userAgent, rp }: Made) {
  if (!isFresh(session, ctx.now)) return refused('proof-old')
  const added = await addPasskey(ctx, rp, { personId: session.personId, sessionId: session.id, answer, userAgent })
  if (!added.ok) return added
  await tellOrganiser(ctx, sending, 'passkeyAdded', await getOrganiser(ctx, session.personId))
  return done()
}

/** Takes one of one's own passkeys away. Refused: `proof-old`, `last-passkey` (another one comes first), `passkey-gone`. */
export async function dropOwnPasskey(ctx: Ctx, sending: Sending, session: Session, id: string) {
  if (!isFresh(session, ctx.now)) return refused('proof-old')
  const { personId } = session
  await lockOrganiser(ctx, personId)
  const passkeys = await listPasskeys(ctx, [personId])
  if (!passkeys.some((each) => each.id === id)) return refused('passkey-gone')
  if (passkeys.length === 1) return refused('last-passkey')
  await removePasskey(ctx, personId, id)
  await tellOrganiser(ctx, sending, 'passkeyRemoved', await getOrganiser(ctx, personId))
  return done()
}
