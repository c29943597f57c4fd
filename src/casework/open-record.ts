import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { OpeningReason } from './reasons.ts'
import { keepText } from './texts.ts'

/** For so long the sealed parts of a record are open to who stated why. */
export const openMinutes = 30

/** The organiser who acts. Throws where somebody else does: nothing of a case is done but by a known person (GDPR 22). */
export function organiserOf({ actor }: Pick<Ctx, 'actor'>): string {
  if (!actor.startsWith('organiser:')) throw new Error(`${actor} is no organiser`)
  return actor.slice('organiser:'.length)
}

/**
 * Journals that an organiser looked at somebody's record (SE-03, insider access): once for each organiser, person and hour, so that turning
 * its pages makes no noise. Answers whether it was written.
 */
export async function noteLook(ctx: Ctx, personId: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - 3_600_000)
  const before = await ctx.db.selectFrom('journal_entry').select('id').where('person_id', '=', personId)
    .where('event', '=', 'casework.opened').where('actor', '=', ctx.actor).where('at', '>', since).limit(1)
    .executeTakeFirst()
  if (before) return false
  await record(ctx, 'casework.opened', personId)
  return true
}

/**
 * Opens to one organiser, for 30 minutes, what of a record is only read for a stated reason: mails, files, earlier values, notes and free
 * text. The reason stays and is journaled. Refused: `opening-words-missing` for the reason `other` without words.
 */
export async function openParts(ctx: Ctx, personId: string, { reason, words }: { reason: OpeningReason; words?: string | undefined }) {
  if (reason === 'other' && !words?.trim()) return refused('opening-words-missing')
  const id = randomUUID()
  const until = new Date(ctx.now.getTime() + openMinutes * 60_000)
  await ctx.db.insertInto('case_opening')
    .values({ person_id: personId, id, organiser_id: organiserOf(ctx), reason, opened_at: ctx.now, until }).execute()
  await keepText(ctx, personId, { id, about: 'opening', text: words })
  await record(ctx, 'casework.read', personId, { openingId: id, reason })
  return done({ until })
}

/** Until when the sealed parts of a record are open to an organiser, and why; undefined while they are closed. */
export async function findOpening({ db, now }: Pick<Ctx, 'db' | 'now'>, personId: string,
  organiserId: string): Promise<{ reason: OpeningReason; until: Date } | undefined> {
  const row = await db.selectFrom('case_opening').select(['reason', 'until']).where('person_id', '=', personId)
    .where('organiser_id', '=', organiserId).where('until', '>', now).orderBy('until', 'desc').limit(1).executeTakeFirst()
  return row && { reason: row.reason as OpeningReason, until: row.until }
}
