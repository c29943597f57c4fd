import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

const kinds = {
  suspensions: sql`select from suspension where person_id = `, decisions: sql`select from decision where person_id = `,
  reviews: sql`select from decision_review where person_id = `,
  objections: sql`select from objection where person_id = `,
  flags: sql`select from participant_flag where person_id = `, notices: sql`select from deficiency_notice where person_id = `,
  notes: sql`select from case_note where person_id = `, tasks: sql`select from case_task where person_id = `,
  representedBy: sql`select from representation where person_id = `, represents: sql`select from representation where representative_id = `,
  files: sql`select from stored_file where person_id = `, merges: sql`select from person_merge where into_id = `,
  merged: sql`select from person_merge where person_id = `,
} as const
/** What a record may hold and most do not. */
export type Present = Record<keyof typeof kinds, boolean>

/** Which of the rarer parts a record has, in one query by keys: what is not there needs no query of its own. */
export async function listPresent({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Present> {
  const parts = Object.entries(kinds).map(([name, rows]) => sql`exists (${rows}${personId}) as ${sql.ref(name)}`)
  const { rows } = await sql<Present>`select ${sql.join(parts)}`.execute(db)
  return rows[0]!
}
