import type { Ctx, Db } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'

/** A draft that is to be published at a moment. `sha256` names exactly what. */
export interface Plan {
  id: string
  slug: string
  sha256: string
  dueAt: Date
  plannedBy: string
  plannedAt: Date
  end:
    | {
        outcome: 'published' | 'cancelled' | 'failed'
        version: number | undefined
        because: string | undefined
        by: string | undefined
        at: Date
      }
    | undefined
}

const rowsOf = (db: Db) => db.selectFrom('publication_plan').leftJoin('publication_plan_end', 'plan_id', 'id')
  .select(['id', 'slug', 'sha256', 'due_at', 'planned_by', 'planned_at', 'outcome', 'version', 'because', 'ended_by', 'ended_at'])
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const planOf = (row: Row): Plan => ({
  id: row.id, slug: row.slug, sha256: row.sha256, dueAt: row.due_at, plannedBy: row.planned_by, plannedAt: row.planned_at,
  end: row.outcome && row.ended_at ? {
    outcome: row.outcome as 'published', version: row.version ?? undefined, because: row.because ?? undefined,
    by: row.ended_by ?? undefined, at: row.ended_at,
  } : undefined,
})

export async function findPlan(db: Db, id: string): Promise<Plan | undefined> {
  const row = isId(id) ? await rowsOf(db).where('id', '=', id).executeTakeFirst() : undefined
  return row && planOf(row)
}

/** The plan of a claim that waits, if there is one: never two at a time. */
export async function findWaitingPlan(db: Db, slug: string): Promise<Plan | undefined> {
  const row = await rowsOf(db).where('slug', '=', slug).where('outcome', 'is', null).executeTakeFirst()
  return row && planOf(row)
}

/** The plans of a claim, the newest first, at most `limit`. */
export async function listPlans(db: Db, slug: string, limit = 20): Promise<Plan[]> {
  return (await rowsOf(db).where('slug', '=', slug).orderBy('planned_at', 'desc').orderBy('id').limit(limit).execute()).map(planOf)
}

/** Plans that failed and after which nothing was published: somebody at the desk has to look. */
export async function listFailedPlans({ db }: Pick<Ctx, 'db'>): Promise<Plan[]> {
  const rows = await rowsOf(db).where('outcome', '=', 'failed')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('content_version').select('content_version.slug')
      .whereRef('content_version.slug', '=', 'publication_plan.slug').whereRef('published_at', '>', 'ended_at'))))
    .orderBy('ended_at', 'desc').limit(20).execute()
  return rows.map(planOf)
}
