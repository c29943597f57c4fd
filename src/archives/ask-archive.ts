import { randomUUID } from 'node:crypto'
import { heldBack } from '#accounts/held-back.ts'
import { take } from '#identity/rate-limit.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused, refusedUntil } from '#platform/outcome.ts'
import { buildArchive } from './jobs.ts'
import type { Subject } from './subjects.ts'

/** Two at once, and then one in six hours: building one reads everything of a person. */
const limit = { name: 'archive', burst: 2, everySeconds: 6 * 3600 }

/**
 * Asks for an archive of everything about a person (art. 15, 20, SE-05); a job builds it. `subject` must come from `findSubject`. Refused:
 * `identity-disputed`, `archive-under-way`, `too-many-archives` (with the instant from which it is possible).
 */
export async function askArchive(ctx: Ctx, subject: Subject, language: 'en' | 'nl') {
  const held = await heldBack(ctx, subject.personId, 'self')
  if (held) return refused(held)
  const underWay = await ctx.db.selectFrom('archive').select('id').where('person_id', '=', subject.personId).where('built_at', 'is', null)
    .executeTakeFirst()
  if (underWay) return refused('archive-under-way')
  const until = await take(ctx, limit, subject.personId)
  if (until) return refusedUntil('too-many-archives', until)
  const id = randomUUID()
  const row = { person_id: subject.personId, id, asked_by: subject.askedBy, language, asked_at: ctx.now }
  const written = await ctx.db.insertInto('archive').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return refused('archive-under-way')
  await ctx.jobs.queue(ctx.db, buildArchive, { personId: subject.personId, archiveId: id })
  await record(ctx, 'archives.asked', subject.personId, { archiveId: id, askedBy: subject.askedBy })
  return done(id)
}
