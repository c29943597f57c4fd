import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { organiserOf } from './open-record.ts'
import type { StrikeReason } from './reasons.ts'
import { keepText } from './texts.ts'

/** Writes a note about somebody; it is never changed. The person gets it with a copy of own data (art. 15). Refused: `note-empty`. */
export async function addNote(ctx: Ctx, personId: string, text: string) {
  if (!text.trim()) return refused('note-empty')
  const noteId = randomUUID()
  await ctx.db.insertInto('case_note').values({ person_id: personId, id: noteId, written_by: organiserOf(ctx),
    written_at: ctx.now }).execute()
  await keepText(ctx, personId, { id: noteId, about: 'note', text })
  await record(ctx, 'casework.note-added', personId, { noteId })
  return done({ noteId })
}

/** Strikes a note: it stays to be read, struck, with who did it and why. Refused: `no-note`, `note-struck`. */
export async function strikeNote(ctx: Ctx, personId: string, { noteId, reason }: { noteId: string; reason: StrikeReason }) {
  const note = await ctx.db.selectFrom('case_note').select('id').where('person_id', '=', personId).where('id', '=',
    noteId).executeTakeFirst()
  if (!note) return refused('no-note')
  const struck = await ctx.db.insertInto('case_note_strike')
    .values({ person_id: personId, note_id: noteId, reason, struck_by: organiserOf(ctx), struck_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!struck.numInsertedOrUpdatedRows) return refused('note-struck')
  await record(ctx, 'casework.note-struck', personId, { noteId, reason })
  return done()
}

export interface Note {
  id: string
  writtenBy: string
  writtenAt: Date
  struck: { reason: StrikeReason; by: string; at: Date } | undefined
}

/** The notes about somebody, newest first; their words are in `listTexts`. */
export async function listNotes({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Note[]> {
  const rows = await db.selectFrom('case_note').leftJoin('case_note_strike', (on) => on
    .onRef('case_note_strike.person_id', '=', 'case_note.person_id').onRef('case_note_strike.note_id', '=', 'case_note.id'))
    .select(['id', 'written_by', 'written_at', 'reason', 'struck_by', 'struck_at']).where('case_note.person_id', '=', personId)
    .orderBy('written_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, writtenBy: row.written_by, writtenAt: row.written_at,
    struck: row.struck_at === null ? undefined : { reason: row.reason as StrikeReason, by: row.struck_by!, at: row.struck_at },
  }))
}
