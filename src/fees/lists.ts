import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** A fee as a line of a list at the desk; amounts in cents, VAT included. `dueOn` is the last day to give it back. */
export interface ListedFee {
  personId: string
  feeId: string
  claim: string
  cents: number
  reference: string | null
  owedAt: Date
  dueOn: string | undefined
}

/** The last day to give a fee back that was withdrawn from or, after a merge, is owed by another record of the same human being. */
const dueOn = sql<string | null>`coalesce(fee_refund.due_on, (select max(a.due_on) from fee_set_aside a
  where a.person_id = fee.person_id and a.fee_id = fee.id
    and not exists (select from fee_set_aside_end x where x.person_id = a.person_id and x.set_aside_id = a.id)))`.as('due_on')
const columns = ['fee.person_id', 'fee.id', 'claim', 'cents', 'reference', 'owed_at', dueOn] as const

const fees = ({ db }: Pick<Ctx, 'db'>) => db.selectFrom('fee').leftJoin('fee_refund', (on) => on
  .onRef('fee_refund.person_id', '=', 'fee.person_id').onRef('fee_refund.fee_id', '=', 'fee.id')).select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof fees>['execute']>>[number]
const listed = (rows: Row[]): ListedFee[] =>
  rows.map((row) => ({
    personId: row.person_id, feeId: row.id, claim: row.claim, cents: row.cents, reference: row.reference,
    owedAt: row.owed_at, dueOn: row.due_on ?? undefined,
  }))

/** Fees marked to be given back, and those set aside by a merge, the earliest due first; `after` is the last line of the page before. */
export async function listRefunds(reader: Pick<Ctx, 'db'>,
  { after, limit }: { after?: { dueOn: string; feeId: string } | undefined; limit: number }): Promise<ListedFee[]> {
  const { dueOn, feeId } = after ?? { dueOn: '0001-01-01', feeId: '00000000-0000-0000-0000-000000000000' }
  const place = sql`(due_on, fee_id) > (${dueOn}::date, ${feeId}::uuid)`
  const { rows } = await sql<Row>`select fee.person_id, fee.id, claim, cents, reference, owed_at, due_on from (
      (select person_id, fee_id, due_on from fee_refund where ${place} order by due_on, fee_id limit ${limit})
      union all
      (select person_id, fee_id, due_on from fee_set_aside a where ${place}
        and not exists (select from fee_set_aside_end x where x.person_id = a.person_id and x.set_aside_id = a.id)
        and not exists (select from fee_refund r where r.person_id = a.person_id and r.fee_id = a.fee_id)
        order by due_on, fee_id limit ${limit})
    ) back join fee on fee.person_id = back.person_id and fee.id = back.fee_id order by due_on, fee_id limit ${limit}`.execute(reader.db)
  return listed(rows)
}

/** Fees that somebody owes or has paid, the newest first, also those to be given back; `after` is the last line of the page before. */
export async function listOwed(reader: Pick<Ctx, 'db'>,
  { after, limit }: { after?: { owedAt: Date; feeId: string } | undefined; limit: number }): Promise<ListedFee[]> {
  return listed(await fees(reader).where('cents', '>', 0)
    .$if(after !== undefined, (query) => query.where('owed_at', '<=', after!.owedAt)
      .where((row) => row.or([row('owed_at', '<', after!.owedAt), row('fee.id', '>', after!.feeId)])))
    .orderBy('owed_at', 'desc').orderBy('fee.id').limit(limit).execute())
}

/** The fee that a payment reference (ISO 11649) stands for, as a bank statement shows it; undefined where there is none. */
export async function findByReference(reader: Pick<Ctx, 'db'>, typed: string): Promise<ListedFee | undefined> {
  const reference = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return listed(await fees(reader).where('reference', '=', reference).limit(1).execute())[0]
}
