import { randomUUID } from 'node:crypto'
import type { Role } from '#organisers/roles.ts'
import type { State } from '../resilience/count.ts'

/** Somebody who works at the desk in these roles, as far as the site knows; answers the id and the blind index of the address. */
export async function organiser({ db, vault }: Pick<State, 'db' | 'vault'>, roles: readonly Role[]) {
  const [personId, now] = [randomUUID(), new Date()]
  const safe = await vault.create(db, personId, now)
  const email = `${personId}@voorbeeld.example`
  const emailIndex = vault.index('organiser-email', email)
  await db.insertInto('organiser').values({
    person_id: personId, email_index: emailIndex, language: 'en', invited_at: now, enrolled_at: now,
    email: safe.seal('organiser.email', email), name: safe.seal('organiser.name', 'Voorbeeld Meting'),
  }).execute()
  for (const role of roles) await db.insertInto('organiser_role').values({ person_id: personId, role, given_at: now }).execute()
  return { personId, emailIndex }
}
