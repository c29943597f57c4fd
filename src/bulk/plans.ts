import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import type { Filter } from '#search/filter.ts'
import type { BulkActName } from './acts.ts'
import { progressOf, type Ordered, type OrderWord, type Progress } from './progress.ts'

type Reader = Pick<Ctx, 'db' | 'now' | 'vault'>

/** One act on a segment, as it was drawn up: nothing of it changes afterwards. */
export interface Plan {
  id: string
  act: BulkActName
  filter: Filter
  params: Record<string, unknown>
  because: string
  /** What the people are told, in the words of who drew it up; undefined where nothing is, or its writer was erased. */
  explanation: string | undefined
  /** How many people the segment was when this was drawn up, and by how many it may differ when somebody approves. */
  counted: number
  mayMove: number
  drawnUpBy: string
  drawnUpAt: Date
  proposalId: string | undefined
  /** Its proposal was declined, or taken back. */
  turnedDown: 'declined' | 'withdrawn' | undefined
  /** Undefined until somebody approved it. */
  progress: Progress | undefined
}

const rowsOf = ({ db }: Pick<Ctx, 'db'>) => db.selectFrom('bulk_plan')
  .leftJoin('bulk_proposed', 'bulk_proposed.plan_id', 'bulk_plan.id').leftJoin('bulk_run', 'bulk_run.plan_id', 'bulk_plan.id')
  .leftJoin('proposal_answer', 'proposal_answer.proposal_id', 'bulk_proposed.proposal_id')
  .selectAll('bulk_plan').select(['bulk_proposed.proposal_id as proposed', 'proposal_answer.answer'])
  .select(['approved_by', 'started_at', 'gathered_at', 'people', 'done', 'refused', 'failed', 'undone', 'kept', 'going_since',
    'answered_before', 'over_at', 'undone_at'])

async function read(reader: Reader, rows: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>): Promise<Plan[]> {
  const orders = await listOrders(reader, rows.filter((row) => row.started_at).map((row) => row.id))
  const safes = await reader.vault.findAll(reader.db, [...new Set(rows.filter((row) => row.explanation).map((row) => row.drawn_up_by))])
  return rows.map((row) => ({
    id: row.id, act: row.act as BulkActName, filter: row.filter as Filter, params: row.params as Record<string, unknown>,
    because: row.because,
    explanation: row.explanation ? safes.get(row.drawn_up_by)?.text('bulk_plan.explanation', row.explanation) : undefined,
    counted: row.counted, mayMove: row.may_move, drawnUpBy: row.drawn_up_by, drawnUpAt: row.drawn_up_at,
    proposalId: row.proposed ?? undefined,
    turnedDown: row.answer === 'declined' || row.answer === 'withdrawn' ? row.answer : undefined,
    progress: row.started_at ? progressOf({
      approvedBy: row.approved_by!, startedAt: row.started_at, gatheredAt: row.gathered_at, people: row.people!, done: row.done!,
      refused: row.refused!, failed: row.failed!, undone: row.undone!, kept: row.kept!, goingSince: row.going_since!,
      answeredBefore: row.answered_before!, overAt: row.over_at, undoneAt: row.undone_at,
    }, orders.filter((order) => order.planId === row.id), reader.now) : undefined,
  }))
}

/** What was ordered for a run, in order. `by` is null where the program stopped it itself. */
export interface Order extends Ordered { planId: string }

async function listOrders({ db, vault }: Reader, planIds: readonly string[]): Promise<Order[]> {
  if (!planIds.length) return []
  const rows = await db.selectFrom('bulk_order').selectAll().where('plan_id', 'in', planIds).orderBy('plan_id').orderBy('number').execute()
  const safes = await vault.findAll(db, [...new Set(rows.flatMap((row) => (row.explanation && row.ordered_by ? [row.ordered_by] : [])))])
  return rows.map((row) => ({
    planId: row.plan_id, word: row.word as OrderWord, because: row.because, by: row.ordered_by, at: row.ordered_at,
    explanation: row.explanation ? safes.get(row.ordered_by ?? '')?.text('bulk_order.explanation', row.explanation) : undefined,
  }))
}

/** One plan with how far it is; undefined where there is none. */
export async function findPlan(reader: Reader, id: string): Promise<Plan | undefined> {
  if (!isId(id)) return undefined
  return (await read(reader, await rowsOf(reader).where('bulk_plan.id', '=', id).execute()))[0]
}

/** Plans, the newest first; `after` is the last one of the page before. */
export async function listPlans(
  reader: Reader,
  { after, limit = 25 }: { after?: string | undefined; limit?: number } = {},
): Promise<Plan[]> {
  const last =
    after && isId(after)
      ? await reader.db.selectFrom('bulk_plan').select(['drawn_up_at', 'id']).where('id', '=', after).executeTakeFirst()
      : undefined
  return read(
    reader,
    await rowsOf(reader)
      .$if(last !== undefined, (query) =>
        query.where((row) =>
          row.or([
            row('bulk_plan.drawn_up_at', '<', last!.drawn_up_at),
            row.and([row('bulk_plan.drawn_up_at', '=', last!.drawn_up_at), row('bulk_plan.id', '>', last!.id)]),
          ]),
        ),
      )
      .orderBy('bulk_plan.drawn_up_at', 'desc').orderBy('bulk_plan.id').limit(limit).execute(),
  )
}

/** The people shown as examples of a plan, the same for everybody who looks. */
export const listSample = async ({ db }: Pick<Ctx, 'db'>, planId: string): Promise<string[]> =>
  (await db.selectFrom('bulk_sample').select('person_id').where('plan_id', '=', planId).orderBy('person_id').execute())
    .map((row) => row.person_id)

/** What was not done, or not undone, for one person, and why. */
export interface Told { personId: string; outcome: 'refused' | 'failed' | 'kept'; because: string }

/** Refusals and failures of a run in order of the ids, `limit` after `after`. */
export async function listTold({ db }: Pick<Ctx, 'db'>, planId: string,
  { after, limit = 50 }: { after?: string | undefined; limit?: number } = {}): Promise<Told[]> {
  const rows = await db.selectFrom('bulk_item').select(['person_id', 'outcome', 'because', 'undo', 'undo_because'])
    .where('plan_id', '=', planId)
    .where((row) => row.or([row('outcome', 'in', ['refused', 'failed']), row('undo', '=', 'kept')]))
    .$if(after !== undefined && isId(after), (query) => query.where('person_id', '>', after!))
    .orderBy('person_id').limit(limit).execute()
  return rows.map((row) => ({ personId: row.person_id, outcome: row.undo === 'kept' ? 'kept' : row.outcome as 'refused' | 'failed',
    because: (row.undo === 'kept' ? row.undo_because : row.because) ?? 'failed' }))
}
