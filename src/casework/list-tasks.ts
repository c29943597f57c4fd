import { sql } from 'kysely'
import type { Role } from '#organisers/roles.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { TaskKind } from './reasons.ts'

export interface Task {
  personId: string
  id: string
  kind: TaskKind
  forOrganiser: string | undefined
  forRole: Role | undefined
  /** `YYYY-MM-DD`. */
  dueOn: string
  /** The row that it is about. */
  aboutId: string | undefined
  actor: string
  givenAt: Date
  done: { by: string; at: Date } | undefined
}

interface Row {
  person_id: string; id: string; kind: string; for_organiser: string | null; for_role: string | null; due_on: string
  about_id: string | null; actor: string; given_at: Date; done_by: string | null; done_at: Date | null
}

const taskOf = (row: Row): Task => ({
  personId: row.person_id, id: row.id, kind: row.kind as TaskKind, forOrganiser: row.for_organiser ?? undefined,
  forRole: (row.for_role ?? undefined) as Role | undefined, dueOn: row.due_on,
  aboutId: row.about_id ?? undefined, actor: row.actor, givenAt: row.given_at,
  done: row.done_at === null ? undefined : { by: row.done_by!, at: row.done_at },
})

/** The tasks about a person: open ones first, by the day until which. */
export const listTasksAbout = async ({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Task[]> =>
  (await db.selectFrom('case_task').selectAll().where('person_id', '=', personId)
    .orderBy(sql`done_at desc nulls first`).orderBy('due_on').orderBy('id').execute()).map(taskOf)

/** Whose open tasks to list. */
export type TaskOf = { organiserId: string } | { roles: readonly Role[] } | 'all'
/** Where a page of tasks ends: the day and the id of its last line. */
export interface TaskKey { dueOn: string; id: string }

/**
 * Open tasks, soonest first, after a key: some more than one page shows say that there is a next one. Of several roles each is read by its
 * own index.
 */
export async function listOpenTasks({ db }: Pick<Ctx, 'db'>, of: TaskOf, { after,
  limit }: { after?: TaskKey | undefined; limit: number }): Promise<Task[]> {
  if (of !== 'all' && 'roles' in of) {
    const lists = await Promise.all(of.roles.map((role) => page(db, sql`and for_role = ${role}`, after, limit)))
    return lists.flat().toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id)).slice(0, limit)
  }
  return page(db, of === 'all' ? sql`` : sql`and for_organiser = ${of.organiserId}`, after, limit)
}

async function page(db: Ctx['db'], whose: ReturnType<typeof sql>, after: TaskKey | undefined, limit: number): Promise<Task[]> {
  const beyond = after ? sql`and (due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select * from case_task where done_at is null ${whose} ${beyond} order by due_on, id limit ${limit}`.execute(db)
  return rows.map(taskOf)
}
