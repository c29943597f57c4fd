import type { Language } from '#claims/bundle.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { firstName } from '#participants/first-name.ts'
import { getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import { wasStoppedSince } from '#platform/mail/stop.ts'
import type { Declaration } from './represent.ts'

/** Who was invited, as the representative named them, and to what. */
export interface Contact { name: string; email: string; claim: string; language: Language }
export type GuardianAnswer = 'agreed' | 'objected' | 'unknown'

export interface Invitation {
  id: string
  /** The child. */
  personId: string
  representativeId: string
  emailIndex: Buffer
  contact: Contact
  expiresAt: Date
  /** Too late to answer, the child came of age, or who reads the address said since that it was not them. */
  over: boolean
  answered: { answer: GuardianAnswer; at: Date } | undefined
}

/** An invitation of the other parent by its id; undefined where there is none, or the child was erased. */
export async function findInvitation({ db, vault, now }: Pick<Ctx, 'db' | 'vault' | 'now'>, id: string): Promise<Invitation | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('guardian_invitation').leftJoin('guardian_answer', (on) => on
    .onRef('guardian_answer.person_id', '=', 'guardian_invitation.person_id')
      .onRef('guardian_answer.invitation_id', '=', 'guardian_invitation.id'))
    .select(['guardian_invitation.person_id', 'representative_id', 'email_index', 'contact', 'invited_at', 'expires_at', 'answer',
      'answered_at'])
    .where('guardian_invitation.id', '=', id).executeTakeFirst()
  const safe = row && (await vault.find(db, row.person_id))
  if (!row || !safe) return undefined
  const { birthDate } = await getPerson({ db, vault }, row.person_id)
  const stopped = await wasStoppedSince({ db, now }, row.email_index, row.invited_at)
  return {
    id, personId: row.person_id, representativeId: row.representative_id, emailIndex: row.email_index,
    contact: JSON.parse(safe.text('guardian_invitation.contact', row.contact)) as Contact, expiresAt: row.expires_at,
    over: stopped || row.expires_at <= now || isAdultOn(birthDate, dayIn(legalZone, now)),
    answered: row.answer === null ? undefined : { answer: row.answer as GuardianAnswer, at: row.answered_at! },
  }
}

/**
 * What the invited person is told: who signed for whom, with which authority, and when. Who reads mail at an address that was mistyped
 * proves it just as well, so no more of the child is handed out (5(1)(c) GDPR). Throws where one of them was erased.
 */
export async function readInvited(reader: Pick<Ctx, 'db' | 'vault'>, { personId, representativeId }: Invitation) {
  const [child, by, row] = await Promise.all([
    getPerson(reader, personId), getPerson(reader, representativeId),
    reader.db.selectFrom('representation').select(['authority', 'declared_at']).where('person_id', '=', personId)
      .where('representative_id', '=', representativeId).executeTakeFirstOrThrow(),
  ])
  return { child: firstName(child.legalName), by: by.legalName, authority: row.authority as Declaration['authority'],
    declaredAt: row.declared_at }
}

/** Whether the other parent of one of these children was written to. */
export const wasOtherAsked = async ({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<boolean> =>
  personIds.length > 0 && (await db.selectFrom('guardian_invitation').select('id').where('person_id', 'in', personIds).limit(1)
    .executeTakeFirst()) !== undefined

/** An invitation of the other parent as the desk reads it: whom, and what was answered, in whose words. */
export interface ReadInvitation {
  id: string
  contact: Contact
  invitedAt: Date
  answered: { answer: GuardianAnswer; sentence: string; word: string; at: Date } | undefined
}

/** The invitations of the other parent of a child, newest first, with what was answered; for who stated a reason to read it. */
export async function listInvitations({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personId: string): Promise<ReadInvitation[]> {
  const rows = await db.selectFrom('guardian_invitation').leftJoin('guardian_answer', (on) => on
    .onRef('guardian_answer.person_id', '=', 'guardian_invitation.person_id')
      .onRef('guardian_answer.invitation_id', '=', 'guardian_invitation.id'))
    .select(['id', 'contact', 'invited_at', 'answer', 'statement', 'answered_at']).where('guardian_invitation.person_id', '=', personId)
    .orderBy('invited_at', 'desc').orderBy('id').execute()
  const safe = rows.length ? await vault.find(db, personId) : undefined
  if (!safe) return []
  return rows.map((row) => ({
    id: row.id, invitedAt: row.invited_at, contact: JSON.parse(safe.text('guardian_invitation.contact', row.contact)) as Contact,
    answered: row.answer === null ? undefined : {
      ...JSON.parse(safe.text('guardian_answer.statement', row.statement!)) as { sentence: string; word: string },
      answer: row.answer as GuardianAnswer, at: row.answered_at!,
    },
  }))
}
