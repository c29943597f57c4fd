import { may } from '#accounts/may.ts'
import { listReached, type Reached } from '#accounts/reach.ts'
import { findDraft } from '#joining/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'

/** Somebody about whose data an account may decide. */
export interface Subject {
  personId: string
  name: string
  language: 'en' | 'nl'
  /** Undefined: began to join and did not finish. */
  as: Reached['as'] | undefined
  age: number | undefined
  /** Who writes for this person: itself, or who represents it. */
  askedBy: string
  /** Where answers go. */
  email: string
}

/**
 * Whose data rights an account exercises: everybody it reaches with them (so no child of 16 or older, GD-07; SE-08), and whoever began to
 * join with the proven address and did not finish.
 */
export async function listSubjects(reader: Pick<Ctx, 'db' | 'vault' | 'now'>,
  session: { personId: string; emailIndex: Buffer; provenAt: Date | null }): Promise<Subject[]> {
  const reached = await listReached(reader, session.emailIndex)
  const own = new Map(reached.flatMap(({ person }) => (person.email === undefined ? [] : [[person.personId, person.email]])))
  const subjects = reached.filter((each) => may(each, 'take-data') && may(each, 'erase-data'))
    .flatMap(({ person, as, age, representativeId }): Subject[] => {
    const askedBy = representativeId ?? person.personId
    const email = own.get(askedBy)
    return email === undefined ? []
      : [{ personId: person.personId, name: person.legalName, language: person.language, as, age, askedBy, email }]
  })
  return [...subjects, ...(await begun(reader, session, new Set(reached.map(({ person }) => person.personId))))]
}

async function begun(reader: Pick<Ctx, 'db' | 'vault'>, { personId, provenAt }: { personId: string; provenAt: Date | null },
  known: ReadonlySet<string>): Promise<Subject[]> {
  if (known.has(personId) || !provenAt) return []
  const row = await reader.db.selectFrom('draft').select('claim').where('person_id', '=', personId).where('submitted_at', 'is', null)
    .where('confirmed_at', 'is not', null).limit(1).executeTakeFirst()
  const draft = row && (await findDraft(reader, personId, row.claim))
  if (!draft) return []
  return [{ personId, name: draft.answers.name, language: draft.language, as: undefined, age: undefined, askedBy: personId,
    email: draft.answers.email }]
}

/** One of them; undefined for everybody else, whether they exist or not. */
export const findSubject = async (reader: Pick<Ctx, 'db' | 'vault' | 'now'>, session: Parameters<typeof listSubjects>[1],
  personId: string): Promise<Subject | undefined> =>
  isId(personId) ? (await listSubjects(reader, session)).find((each) => each.personId === personId) : undefined
