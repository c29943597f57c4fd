import type { Ctx } from '#platform/ctx.ts'
import type { Language } from '#claims/bundle.ts'
import type { Answers } from './answers.ts'

/** Why somebody goes through the steps: to join, to sign anew what changed, or to take over on coming of age. */
export type Purpose = 'join' | 'renew' | 'come-of-age'

/** A joining under way. `confirmedAt`: the address is proven. After `submittedAt` the answers are gone from here. */
export interface Draft {
  personId: string
  purpose: Purpose
  claim: string
  language: Language
  emailIndex: Buffer
  answers: Answers
  startedAt: Date
  confirmedAt: Date | null
  submittedAt: Date | null
}

type Reader = Pick<Ctx, 'db' | 'vault'>

/** The draft of a person in a claim. `lock` holds it for this transaction, so that two tabs answer one after the other. */
export async function findDraft({ db, vault }: Reader, personId: string, claim: string, { lock = false } = {}): Promise<Draft | undefined> {
  let query = db.selectFrom('draft').selectAll().where('person_id', '=', personId).where('claim', '=', claim)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  const safe = row && (await vault.find(db, personId))
  if (!row || !safe) return undefined
  return {
    personId, purpose: row.purpose as Purpose, claim: row.claim, language: row.language as Language, emailIndex: row.email_index,
    startedAt: row.started_at,
    confirmedAt: row.confirmed_at, submittedAt: row.submitted_at, answers: JSON.parse(safe.text('draft.answers', row.answers)) as Answers,
  }
}

/** The unfinished draft of an address in a claim: the proven one first, then the newest. */
export async function findOpenDraft(reader: Reader, emailIndex: Buffer, claim: string): Promise<Draft | undefined> {
  const row = await reader.db.selectFrom('draft').select('person_id').where('email_index', '=', emailIndex).where('claim', '=', claim)
    .where('submitted_at', 'is', null).where('purpose', '=', 'join')
    .orderBy('confirmed_at', (order) => order.desc().nullsLast()).orderBy('started_at', 'desc').limit(1).executeTakeFirst()
  return row && findDraft(reader, row.person_id, claim, { lock: true })
}

/** The joinings and signings anew that some persons proved and did not submit, in one query. */
export async function listOpenDrafts({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Pick<Draft,
'personId' | 'claim' | 'purpose' | 'startedAt'>[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('draft').select(['person_id', 'claim', 'purpose', 'started_at']).where('person_id', 'in', personIds)
    .where('submitted_at', 'is', null).where('confirmed_at', 'is not', null).orderBy('started_at').execute()
  return rows.map((row) => ({ personId: row.person_id, claim: row.claim, purpose: row.purpose as Purpose, startedAt: row.started_at }))
}
