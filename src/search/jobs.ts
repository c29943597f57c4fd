import { birthDatesReaching, daysAfter } from '#guardians/birthdays.ts'
import { follow, type Followed } from '#journal/follow.ts'
import type { JournalEvent } from '#journal/events.ts'
import { birthIndexOf } from '#participants/admit.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { jobKind } from '#platform/jobs.ts'
import { ctxOf, transact, type Ground } from '#platform/world.ts'
import { relist } from './relist.ts'
import { sweepAsked } from './asked.ts'

type Nothing = Record<string, never>
type Inside = Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>

/** Lists anew whom the journal tells of, every minute. */
export const listFollowed = jobKind<Nothing>('search.follow', { expireSeconds: 3600 })
/** Every night: lists anew who reached an age that counts, and forgets what was typed into the search box. */
export const nightlySearch = jobKind<Nothing>('search.nightly', { expireSeconds: 3600 })

/** The name under which the list follows the journal. */
export const searchFollower = 'search'

/** What changes nothing by which a person is found. */
const roomsBeside = /^(identity|archives|search|court|fees|figures|organisers)\./
const eventsBeside = /^(accounts\.(signed-in|way-back|bank-account-entered)|casework\.(opened|read|note-added|note-struck)|joining\.(started|reminded|phone-opened))$/
const isBeside = (event: JournalEvent) => roomsBeside.test(event) || eventsBeside.test(event)

const concerns = ({ event, personId }: { event: JournalEvent; personId: string | null }) => personId !== null && !isBeside(event)

/** Brings the list up to where the journal is; answers how many entries were followed. A new address of a parent counts for its children. */
export const followJournal = (world: Inside): Promise<number> => follow(world, searchFollower, listEntries, { batch: 200 })

export async function listEntries(ctx: Ctx, entries: readonly Followed[]): Promise<void> {
  const told = entries.filter(concerns)
  const ids = told.map(({ personId }) => personId!)
  const corrected = told.filter(({ event }) => event === 'participants.corrected' || event.startsWith('erasure.')).map(({ personId }) => personId!)
  const children = corrected.length ? await ctx.db.selectFrom('representation').select('person_id')
    .where('representative_id', 'in', [...new Set(corrected)]).execute() : []
  await relist(ctx, [...ids, ...children.map((row) => row.person_id)])
}

/** Birthdays after which somebody stands in another age band. */
const turningPoints = [13, 16, 18] as const
/** A night on which nobody was running is made up for. */
const lookBackDays = 40

/** Lists anew who turned 13, 16 or 18 lately: their age band and what follows from it (`stateOf`) changed without an act. Answers how many. */
export async function listBirthdays(world: Inside): Promise<number> {
  const ctx = ctxOf(world)
  const today = dayIn(legalZone, ctx.now)
  let listed = 0
  for (let back = 0; back <= lookBackDays; back += 1) {
    const indexes = turningPoints.flatMap((age) => birthDatesReaching(age, daysAfter(today, -back)))
      .map((birthDate) => birthIndexOf(ctx, birthDate))
    if (!indexes.length) continue
    const rows = await ctx.db.selectFrom('participant').select('person_id').where('birth_index', 'in', indexes).execute()
    for (let at = 0; at < rows.length; at += 200) {
      await transact(world, (inside) => relist(inside, rows.slice(at, at + 200).map((row) => row.person_id)))
    }
    listed += rows.length
  }
  return listed
}

/** The nightly job. */
export async function searchNightly(world: Inside): Promise<void> {
  await listBirthdays(world)
  await sweepAsked(ctxOf(world))
}
