import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import { done, refused } from '#platform/outcome.ts'
import { filterQuery, isEmpty, readFilter, type Filter } from './filter.ts'

/** A filter that is used again; everybody at the desk who may find people sees it. */
export interface Segment { id: string; name: string; filter: Filter; savedBy: string; savedAt: Date }

type Reader = Pick<Ctx, 'db'>

const segmentOf = (row: { id: string; name: string; filter: string; saved_by: string; saved_at: Date }): Segment =>
  ({ id: row.id, name: row.name, filter: readFilter(new URLSearchParams(row.filter)), savedBy: row.saved_by, savedAt: row.saved_at })

/** All saved segments by name. */
export const listSegments = async ({ db }: Reader): Promise<Segment[]> =>
  (await db.selectFrom('segment').selectAll().orderBy('name').limit(200).execute()).map(segmentOf)

/** A saved segment, or undefined. */
export async function findSegment({ db }: Reader, id: string): Promise<Segment | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('segment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && segmentOf(row)
}

const cleaned = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim()

async function isTaken({ db }: Reader, name: string, except?: string): Promise<boolean> {
  const same = await db.selectFrom('segment').select('id').where((q) => q.fn('lower', ['name']), '=', name.toLowerCase()).executeTakeFirst()
  return same !== undefined && same.id !== except
}

/** Keeps a filter under a name. Refused: `segment-empty` for everybody, `segment-name-taken`. */
export async function saveSegment(ctx: Ctx, { name, filter }: { name: string; filter: Filter }) {
  if (isEmpty(filter)) return refused('segment-empty')
  if (await isTaken(ctx, cleaned(name))) return refused('segment-name-taken')
  const id = randomUUID()
  await ctx.db.insertInto('segment').values({
    id, name: cleaned(name), filter: filterQuery(filter), saved_by: ctx.actor.replace('organiser:', ''), saved_at: ctx.now,
  }).execute()
  await record(ctx, 'search.segment-saved', null, { segmentId: id, filter: filterQuery(filter) })
  return done(id)
}

/** Gives a segment another name. Refused: `no-segment`, `segment-name-taken`. */
export async function renameSegment(ctx: Ctx, id: string, name: string) {
  if (!(await findSegment(ctx, id))) return refused('no-segment')
  if (await isTaken(ctx, cleaned(name), id)) return refused('segment-name-taken')
  await ctx.db.updateTable('segment').set({ name: cleaned(name) }).where('id', '=', id).execute()
  await record(ctx, 'search.segment-renamed', null, { segmentId: id })
  return done()
}

/** Drops a segment; nobody in it is touched. Refused: `no-segment`. */
export async function dropSegment(ctx: Ctx, id: string) {
  if (!(await findSegment(ctx, id))) return refused('no-segment')
  await ctx.db.deleteFrom('segment').where('id', '=', id).execute()
  await record(ctx, 'search.segment-dropped', null, { segmentId: id })
  return done()
}
