import { sql } from 'kysely'
import type { Ctx, Db } from '#platform/ctx.ts'
import type { Role } from './roles.ts'

type Reader = Pick<Ctx, 'db' | 'vault'>

/** Somebody who works at the desk. Name and address are opened from the vault. */
export interface Organiser {
  personId: string
  name: string
  email: string
  language: 'en' | 'nl'
  roles: Role[]
  invitedAt: Date
  /** An invitation that was not taken up ends then; null for somebody who has enrolled. */
  expiresAt: Date | null
  enrolledAt: Date | null
  suspended: boolean
}

/** Organisers by id, in the order of their invitation; ids that are none are left out. All of them without ids. */
export async function listOrganisers({ db, vault }: Reader, ids?: readonly string[]): Promise<Organiser[]> {
  if (ids?.length === 0) return []
  const asking = rowsOf(db, ids)
  const known = ids ?? (await asking).map((row) => row.person_id)
  // Who comes by id is read in one go: every page of the desk waits for this.
  const [rows, safes] = await Promise.all([asking, vault.findAll(db, known)])
  return rows.flatMap((row): Organiser[] => {
    const safe = safes.get(row.person_id)
    return safe ? [{
      personId: row.person_id, name: safe.text('organiser.name', row.name), email: safe.text('organiser.email', row.email),
      language: row.language as Organiser['language'], roles: row.roles as Role[],
      invitedAt: row.invited_at, expiresAt: row.expires_at, enrolledAt: row.enrolled_at, suspended: row.suspended,
    }] : []
  })
}

/** The rows of organisers, each with its roles and whether it is suspended. */
const rowsOf = (db: Db, ids: readonly string[] | undefined) => db.selectFrom('organiser').selectAll('organiser')
  .select(sql<string[]>`array(select role from organiser_role r where r.person_id = organiser.person_id order by role)`.as('roles'))
  .select(sql<boolean>`exists (select from organiser_suspension s
    where s.person_id = organiser.person_id and s.lifted_at is null)`.as('suspended'))
  .$if(ids !== undefined, (query) => query.where('person_id', 'in', ids!))
  .orderBy('invited_at').orderBy('person_id').execute()

/** Those of these ids that are organisers; no key of anybody else is opened. */
export async function listOrganisersAmong(reader: Reader, ids: readonly string[]): Promise<Organiser[]> {
  if (!ids.length) return []
  const rows = await reader.db.selectFrom('organiser').select('person_id').where('person_id', 'in', ids).execute()
  return listOrganisers(reader, rows.map((row) => row.person_id))
}

/** One organiser, also suspended or not enrolled yet; undefined where there is none with this id. */
export async function findOrganiser(reader: Reader, personId: string): Promise<Organiser | undefined> {
  return (await listOrganisers(reader, [personId]))[0]
}

/** Like `findOrganiser`; throws where there is none. */
export async function getOrganiser(reader: Reader, personId: string): Promise<Organiser> {
  const found = await findOrganiser(reader, personId)
  if (!found) throw new Error(`no organiser ${personId}`)
  return found
}

/** How many invitations ran out unused, so that somebody has to send them again or take them back; counted no further than `limit`. */
export async function countLapsed({ db, now }: Pick<Ctx, 'db' | 'now'>, limit: number): Promise<number> {
  const rows = await db.selectFrom('organiser').select('person_id').where('expires_at', '<=', now)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('organiser_suspension').select('id')
      .whereRef('organiser_suspension.person_id', '=', 'organiser.person_id').where('lifted_at', 'is', null))))
    .limit(limit).execute()
  return rows.length
}

/** The organiser with this address (blind index of kind `organiser-email`), if there is one. */
export async function organiserAt(reader: Reader, emailIndex: Buffer): Promise<Organiser | undefined> {
  const row = await reader.db.selectFrom('organiser').select('person_id').where('email_index', '=', emailIndex).executeTakeFirst()
  return row && findOrganiser(reader, row.person_id)
}
