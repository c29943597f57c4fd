import { listClaims } from '#claims/queries.ts'
import type { Followed } from '#journal/follow.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ageBand } from './age-band.ts'
import { addTallies, type Count } from './tallies.ts'

/** What one entry of the journal adds: the steps that a joining reached for the first time; of who joined, the age. */
export async function tallyEntries(ctx: Ctx, entries: readonly Followed[]): Promise<void> {
  const told = entries.filter(({ facts }) => typeof facts['claim'] === 'string')
  const joined = told.filter(({ event, personId }) => event === 'participants.joined' && personId !== null)
  const reaching = told.filter(({ facts }) => typeof facts['reached'] === 'string')
  if (!joined.length && !reaching.length) return
  const zones = new Map((await listClaims(ctx.db)).map(({ slug, facts }) => [slug, facts.timeZone]))
  const place = ({ facts, at }: Followed) => {
    const claim = facts['claim'] as string
    return { claim, day: dayIn(zones.get(claim) ?? legalZone, at), n: 1 }
  }
  const born = await birthDates(ctx, joined.map(({ personId }) => personId!))
  await addTallies(ctx.db, [
    ...reaching.flatMap((entry) => (entry.facts['reached'] as string).split(' ').filter(Boolean)
      .map((of): Count => ({ what: 'reached', ...place(entry), of }))),
    ...joined.map((entry): Count => {
      const birthDate = born.get(entry.personId!)
      const at = place(entry)
      return { what: 'age', ...at, of: birthDate === undefined ? 'unknown' : ageBand(birthDate, at.day) }
    }),
  ])
}

/** Only the dates of birth are opened, and only to be counted. */
async function birthDates({ db, vault }: Ctx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (!personIds.length) return new Map()
  const [rows, safes] = await Promise.all([
    db.selectFrom('participant').select(['person_id', 'birth_date']).where('person_id', 'in', personIds).execute(),
    vault.findAll(db, personIds),
  ])
  return new Map(rows.flatMap((row) => {
    const safe = safes.get(row.person_id)
    return safe ? [[row.person_id, safe.text('participant.birth_date', row.birth_date)] as const] : []
  }))
}
