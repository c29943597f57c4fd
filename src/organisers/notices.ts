import { randomUUID } from 'node:crypto'
import type { Wrong } from '#journal/verify.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { journalMail, toldMail, watchMail, type Sending, type Told, type Watched } from './emails.ts'
import { listOrganisers, type Organiser } from './queries.ts'

/** Tells an organiser what was done about their own access. */
export async function tellOrganiser(ctx: Ctx, sending: Sending, what: Told, organiser: Organiser): Promise<void> {
  const { personId, language, email } = organiser
  await queueMail(ctx, {
    personId, once: `desk-told:${randomUUID()}`, kind: 'desk-told', language, to: email,
    message: toldMail(sending, what, organiser, ctx.now),
  })
}

/** Administrators and auditors who can get in: they are told of what others might do behind their backs. */
const watching = ({ suspended, enrolledAt, roles }: Organiser) =>
  !suspended && enrolledAt !== null && (roles.includes('administrator') || roles.includes('auditor'))

/** Tells every administrator and auditor, once, what a look at the journal found wrong (SE-03). */
export async function tellOfJournal(ctx: Ctx, sending: Sending, { id, at, wrong }: { id: string; at: Date; wrong: Wrong }): Promise<void> {
  for (const each of (await listOrganisers(ctx)).filter(watching)) {
    const message = journalMail(sending, each, wrong, at)
    const { personId, language, email: to } = each
    await queueMail(ctx, { personId, once: `desk-journal:${id}`, kind: 'desk-journal', language, to, message })
  }
}

/**
 * Tells every administrator and auditor who changed what about whom, also the one who did it: a change behind a stolen session is seen by
 * its owner.
 */
export async function tellWatchers(ctx: Ctx, sending: Sending, what: Watched, about: Organiser): Promise<void> {
  const once = `desk-watch:${randomUUID()}`
  const all = await listOrganisers(ctx)
  const by = all.find(({ personId }) => ctx.actor === `organiser:${personId}`)
  for (const each of all) {
    if (!watching(each) || each.personId === about.personId) continue
    const message = watchMail(sending, what, { to: each, about, by }, ctx.now)
    await queueMail(ctx, { personId: each.personId, once, kind: 'desk-watch', language: each.language, to: each.email, message })
  }
}
