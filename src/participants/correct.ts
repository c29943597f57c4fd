import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { clean, missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { done, refused } from '#platform/outcome.ts'
import { birthIndexOf, type Person, type Usage } from './admit.ts'
import { ageOn, isAdultOn, legalZone } from './age.ts'
import { cleaned, isTurnedRound } from './given.ts'
import { findParticipation, getPerson, listParticipations } from './queries.ts'

/** What of a person may be corrected; `usage` is what was told for one claim. */
export type CorrectedField = 'legal_name' | 'birth_date' | 'address' | 'email' | 'usage'

/** Keeps what stood there before a correction, sealed, with who corrected it and when (GD-02). Call it before the new value is written. */
export async function keepHistory(ctx: Ctx, personId: string, field: CorrectedField, oldValue: string): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.insertInto('participant_change').values({
    person_id: personId, id: randomUUID(), field, was: safe.seal('participant_change.was', oldValue), actor: ctx.actor, changed_at: ctx.now,
  }).execute()
}

export type Correction = Pick<Person, 'legalName' | 'birthDate' | 'address'> & {
  /** The person saw that the new birth date says otherwise whether a child is 16 already (GD-07). */
  knowsOf16?: boolean
}
const mandated: readonly CorrectedField[] = ['legal_name', 'birth_date']

/**
 * Corrects name, date of birth and address, keeps what stood there (GD-02), and answers what changed and whether the power of attorney has
 * to be signed anew (SG-06): what is sealed stays as it was signed. Refused: `nothing-changed`, `crosses-18` when somebody would have been
 * an adult instead of a child or the other way round, today or on a day of joining (art. 1:234 BW: who signed rests on it), `crosses-16`
 * until it was seen (GD-07), `birth-date-future`, `name-characters`, `address-characters`.
 */
export async function correct(ctx: Ctx, personId: string, given: Correction) {
  const today = dayIn(legalZone, ctx.now)
  const person = await getPerson(ctx, personId)
  const now = { legalName: clean(given.legalName, 150), birthDate: given.birthDate, address: cleaned(given.address) }
  if (now.birthDate > today) return refused('birth-date-future')
  if (missingGlyphs(now.legalName).length) return refused('name-characters')
  if (missingGlyphs(Object.values(now.address).join(' ')).length) return refused('address-characters')
  if (now.birthDate !== person.birthDate) {
    const days = [today, dayIn(legalZone, person.admittedAt), ...(await listParticipations(ctx, [personId]))
      .map(({ joinedAt }) => dayIn(legalZone, joinedAt))]
    if (days.some((day) => isAdultOn(now.birthDate, day) !== isAdultOn(person.birthDate, day))) return refused('crosses-18')
    const is16 = (birthDate: string) => ageOn(birthDate, today) >= 16
    if (is16(now.birthDate) !== is16(person.birthDate) && !given.knowsOf16) return refused('crosses-16')
  }
  const changes = ([
    ['legal_name', person.legalName, now.legalName], ['birth_date', person.birthDate, now.birthDate],
    ['address', addressText(person.address), addressText(now.address)],
  ] as const).filter(([, was, is]) => was !== is)
  if (!changes.length) return refused('nothing-changed')
  for (const [field, was] of changes) await keepHistory(ctx, personId, field, was)
  await write(ctx, personId, now)
  const changed = changes.map(([field]) => field)
  await record(ctx, 'participants.corrected', personId, { fields: changed.join(' ') })
  return done({ changed, needsMandate: changed.some((field) => mandated.includes(field)) })
}

/** An address as one text, with its parts always in the same order. */
const addressText = ({ street, postcode, city, country }: Person['address']) => JSON.stringify({ street, postcode, city, country })

async function write(ctx: Ctx, personId: string, { legalName, birthDate, address }: Omit<Correction, 'knowsOf16'>): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.updateTable('participant').set({
    legal_name: safe.seal('participant.legal_name', legalName),
    birth_date: safe.seal('participant.birth_date', birthDate),
    address: safe.seal('participant.address', JSON.stringify(address)), country: address.country,
  }).where('person_id', '=', personId).execute()
  // Kept only of who was under 18 when admitted (MI-01); a correction crosses that age in neither direction.
  await ctx.db.updateTable('participant').set({ birth_index: birthIndexOf(ctx, birthDate) })
    .where('person_id', '=', personId).where('birth_index', 'is not', null).execute()
}

/**
 * Corrects what was told about use of the product for a claim that the person takes part in; no new power of attorney is needed. Refused:
 * `takes-no-part`, `nothing-changed`, `period-turned-round`, `address-characters`. `timeZone` is that of the claim.
 */
export async function correctUsage(ctx: Ctx, personId: string,
  { claim, timeZone, usage }: { claim: string; timeZone: string; usage: Usage }) {
  const before = await findParticipation(ctx, personId, claim)
  if (!before || before.end) return refused('takes-no-part')
  const now: Usage = { accounts: cleaned(usage.accounts), from: usage.from, until: usage.until }
  if (missingGlyphs(Object.values(now.accounts).join(' ')).length) return refused('address-characters')
  if (isTurnedRound(now, dayIn(timeZone, ctx.now))) return refused('period-turned-round')
  if (usageText(before.usage) === usageText(now)) return refused('nothing-changed')
  await keepHistory(ctx, personId, 'usage', JSON.stringify({ claim, usage: before.usage }))
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.updateTable('participation').set({ usage: safe.seal('participation.usage', JSON.stringify(now)) })
    .where('person_id', '=', personId).where('claim', '=', claim).where('round', '=', before.round).execute()
  await record(ctx, 'participants.corrected', personId, { fields: 'usage', claim })
  return done()
}

const usageText = ({ accounts, from, until }: Usage) => JSON.stringify([Object.entries(accounts)
  .sort(([one], [other]) => one.localeCompare(other)), from, until])

/** Something that was corrected: what stood there before, by whom and when. */
export interface Change { id: string; field: CorrectedField; was: string; actor: string; changedAt: Date }

/** All corrections of a person, newest first. */
export async function listChanges({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personId: string): Promise<Change[]> {
  const rows = await db.selectFrom('participant_change').selectAll().where('person_id', '=', personId).orderBy('changed_at', 'desc')
    .orderBy('id').execute()
  if (!rows.length) return []
  const safe = await vault.open(db, personId)
  return rows.map((row) => ({
    id: row.id, field: row.field as CorrectedField, was: safe.text('participant_change.was', row.was), actor: row.actor,
    changedAt: row.changed_at,
  }))
}
