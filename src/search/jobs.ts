import { birthDatesReaching, daysAfter } from '#guardians/birthdays.ts'
import { changedBy } from '#journal/changes.ts'
import { follow, type Followed } from '#journal/follow.ts'
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

/** Lists anew whom the journal tells of, at once and every minute. */
export const listFollowed = jobKind<Nothing>('search.follow', { expireSeconds: 3600 })
/** Every night: lists anew who reached an age that counts, and forgets what was typed into the search box. */
export const nightlySearch = jobKind<Nothing>('search.nightly', { expireSeconds: 3600 })

/** The name under which the list follows the journal. */
export const searchFollower = 'search'

/** Brings the list up to where the journal is; answers how many entries were followed. */
export const followJournal = (world: Inside): Promise<number> => follow(world, searchFollower, listEntries, { batch: 200 })

export async function listEntries(ctx: Ctx, entries: readonly Followed[]): Promise<void> {
  // A child is found by the address of who acts for it.
  const parents = changedBy(entries.filter(({ event }) => event === 'participants.corrected' || event.startsWith('erasure.')), 'listing')
  const children = parents.length ? await ctx.db.selectFrom('representation').select('person_id')
    .where('representative_id', 'in', parents).execute() : []
  await relist(ctx, [...changedBy(entries, 'listing'), ...children.map((row) => row.person_id)])
}

/** Birthdays after which somebody stands in another age band. */
const turningPoints = [13, 16, 18] as const
/** A night on which nobody was running is made up for. */
const lookBackDays = 40

/**
 * Lists anew who turned 13, 16 or 18 lately: their age band and what follows from it (`stateOf`) changed without an act. Answers how many.
 */
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
