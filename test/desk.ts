import { randomUUID } from 'node:crypto'
import { openSession } from '#identity/sessions.ts'
import type { Role } from '#organisers/roles.ts'
import { visitor, type TestSite } from './builders.ts'

let organisers = 0

/** Puts an organiser with these roles into the database, enrolled, and answers its id. */
export async function organiser(
  site: TestSite, given: readonly Role[],
  { language = 'en', name }: { language?: 'en' | 'nl'; name?: string } = {},
): Promise<{ personId: string; emailIndex: Buffer; email: string }> {
  organisers += 1
  const [personId, email] = [randomUUID(), `medewerker-${organisers}@voorbeeld.example`]
  const { now, db } = site.ctx()
  const safe = await site.vault.create(db, personId, now)
  const emailIndex = site.vault.index('organiser-email', email)
  await db.insertInto('organiser').values({
    person_id: personId, email_index: emailIndex, email: safe.seal('organiser.email', email),
    name: safe.seal('organiser.name', name ?? `Voorbeeld Medewerker ${organisers}`), language, invited_at: now, enrolled_at: now,
  }).execute()
  for (const role of given) await db.insertInto('organiser_role').values({ person_id: personId, role, given_at: now }).execute()
  return { personId, emailIndex, email }
}

/** A browser without script that is signed in at the desk, by a passkey as far as the site knows, as somebody with these roles. */
export async function deskVisitor(site: TestSite, given: readonly Role[], options: { language?: 'en' | 'nl'; name?: string } = {}) {
  const made = await organiser(site, given, options)
  const token = await openSession(site.ctx(),
    { personId: made.personId, emailIndex: made.emailIndex, proven: true, by: 'passkey', openedFor: 'desk' })
  const browser = visitor(site)
  browser.cookies.set('session-desk', token)
  return { ...browser, organiser: made }
}
export type DeskVisitor = Awaited<ReturnType<typeof deskVisitor>>
