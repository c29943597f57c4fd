import { endDeskSessions } from '#identity/desk-sessions.ts'
import { endSession, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import { done, refused } from '#platform/outcome.ts'
import { decideAbout } from '#organisers/administrators.ts'

/** Ends one's own sessions at the desk: one by its id, or all but this one. Refused: `session-gone`. */
export async function endOwnSessions(ctx: Ctx, session: Session, which: string) {
  if (which !== 'others' && !isId(which)) return refused('session-gone')
  const ended = await endDeskSessions(ctx, session.personId, which === 'others' ? { allBut: session.id } : { id: which })
  if (!ended && which !== 'others') return refused('session-gone')
  if (ended) await record(ctx, 'organisers.sessions-ended', session.personId, { sessions: ended })
  return done()
}

/** An administrator ends sessions of another organiser: one by its id, or all. Refused: what `decideAbout` refuses, `session-gone`. */
export async function endSessionsOf(ctx: Ctx, personId: string, which: string) {
  if (which !== 'all' && !isId(which)) return refused('session-gone')
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  const ended = await endDeskSessions(ctx, personId, which === 'all' ? 'all' : { id: which })
  if (!ended) return refused('session-gone')
  await record(ctx, 'organisers.sessions-ended', personId, { sessions: ended })
  return done()
}

/** Leaves the desk in this browser. Of a session nobody proved nothing is written down: anybody can begin one for any address. */
export async function leaveDesk(ctx: Ctx, session: Session): Promise<void> {
  await endSession(ctx, session)
  if (session.provenAt) await record(ctx, 'organisers.signed-out', session.personId)
}
