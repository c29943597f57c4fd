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
  const asking = db.selectFrom('organiser').selectAll()
    .$if(ids !== undefined, (query) => query.where('person_id', 'in', ids!)).orderBy('invited_at').orderBy('person_id').execute()
  const known = ids ?? (await asking).map((row) => row.person_id)
  if (!known.length) return []
  // Who comes by id is read in one go: every page of the desk waits for this.
  const [rows, safes, given, suspensions] = await Promise.all([
    asking, vault.findAll(db, known), rolesOf(db, known), suspendedOf(db, known),
  ])
  return rows.flatMap((row): Organiser[] => {
    const safe = safes.get(row.person_id)
    return safe ? [{
      personId: row.person_id, name: safe.text('organiser.name', row.name), email: safe.text('organiser.email', row.email),
      language: row.language as Organiser['language'], roles: given.filter((each) => each.person_id === row.person_id)
        .map(({ role }) => role as Role),
      invitedAt: row.invited_at, expiresAt: row.expires_at, enrolledAt: row.enrolled_at,
      suspended: suspensions.has(row.person_id),
    }] : []
  })
}

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

const rolesOf = (db: Db, ids: readonly string[]) => db.selectFrom('organiser_role').select(['person_id', 'role'])
  .where('person_id', 'in', ids).orderBy('role').execute()

async function suspendedOf(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('organiser_suspension').select('person_id').where('person_id', 'in', ids)
    .where('lifted_at', 'is', null).execute()
  return new Set(rows.map((row) => row.person_id))
}
