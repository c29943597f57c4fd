import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { ageBands, type AgeBand } from './age-band.ts'
import { spanOf, spansBetween, spanStart, type Span } from './periods.ts'

/** What a picture of the overview is made of; `until` is today. */
export interface Asked { claim?: string | undefined; from?: string | undefined; until: string }

/** One column: people who joined and are sealed, or wait for their seal; addresses that were proven and went no further. */
export interface Column { start: string; sealed: number; signed: number; confirmed: number }
export interface Line<Of extends string = string> { of: Of; n: number }

export interface Overview {
  span: Span
  columns: Column[]
  joined: number
  left: number
  /** How many came how far, from the first form on; `children` only those who join for a child. */
  steps: Line<FunnelStep>[]
  languages: Line[]
  countries: Line[]
  ages: Line<AgeBand>[]
  /** Of the period; of all claims, for a mail belongs to none. */
  mails: { queued: number; accepted: number; refused: number }
}

const funnel = ['started', 'confirmed', 'who', 'details', 'children', 'agreements', 'sign', 'finished'] as const
export type FunnelStep = (typeof funnel)[number]

const ofClaims = ['started', 'confirmed', 'finished', 'joined', 'left', 'sealed', 'age', 'reached']

interface Sum { what: string; of: string; n: number }
interface DaySum extends Sum { day: string }

const within = ({ from, until }: Asked) => sql`${from === undefined ? sql`` : sql`day >= ${from}::date and`} day <= ${until}::date`

/** The sums of a period by day, read by the key of the tallies. */
async function daysOf(db: Db, asked: Asked): Promise<DaySum[]> {
  const claim = asked.claim === undefined ? sql`` : sql`and claim = ${asked.claim}`
  const { rows } = await sql<DaySum>`select what, day, of, sum(n)::float8 as n from tally
    where what = any (${ofClaims}) ${claim} and ${within(asked)} group by what, day, of order by day`.execute(db)
  return rows
}

async function mailsOf(db: Db, asked: Asked): Promise<Overview['mails']> {
  const { rows } = await sql<Sum>`select what, of, sum(n)::float8 as n from tally where what = 'mail' and claim = '' and ${within(asked)}
    group by what, of`.execute(db)
  const n = (of: string) => rows.find((row) => row.of === of)?.n ?? 0
  return { queued: n('queued'), accepted: n('accepted'), refused: n('refused') }
}

/** Everything the overview shows of a period and a claim, or of all claims. Counts only, at most a minute old. */
export async function readOverview(db: Db, asked: Asked): Promise<Overview> {
  const [rows, mails] = await Promise.all([daysOf(db, asked), mailsOf(db, asked)])
  const total = (what: string, of?: (of: string) => boolean) =>
    rows.filter((row) => row.what === what && (of?.(row.of) ?? true)).reduce((sum, { n }) => sum + n, 0)
  const from = asked.from ?? rows[0]?.day ?? asked.until
  const span = spanOf(from, asked.until)
  const parts = (at: 0 | 1) => lines(rows.filter(({ what }) => what === 'joined').map(({ of, n }) => ({ of: of.split(' ')[at]!, n })))
  const ages = lines(rows.filter(({ what }) => what === 'age'))
  return {
    span, columns: columnsOf(rows, span, from, asked.until), mails,
    joined: total('joined'), left: total('left'),
    steps: funnel.map((of) => ({ of, n: of === 'started' || of === 'confirmed' || of === 'finished' ? total(of) : total('reached', (step) => step === of) })),
    languages: parts(0), countries: parts(1),
    ages: ageBands.map((of) => ({ of, n: ages.find((line) => line.of === of)?.n ?? 0 })).filter(({ of, n }) => n > 0 || of !== 'unknown'),
  }
}

/** Together by name, the largest first. */
function lines(rows: readonly Line[]): Line[] {
  const sums = new Map<string, number>()
  for (const { of, n } of rows) sums.set(of, (sums.get(of) ?? 0) + n)
  return [...sums].map(([of, n]) => ({ of, n })).toSorted((a, b) => b.n - a.n || (a.of < b.of ? -1 : 1))
}

function columnsOf(rows: readonly DaySum[], span: Span, from: string, until: string): Column[] {
  const columns = new Map(spansBetween(span, from, until).map((start) => [start, { start, sealed: 0, signed: 0, confirmed: 0 }]))
  for (const { what, day, of, n } of rows) {
    const column = columns.get(spanStart(span, day))
    if (!column) continue
    if (what === 'joined') column.signed += n
    if (what === 'sealed' && of === 'first') {
      column.sealed += n
      column.signed -= n
    }
    if (what === 'confirmed') column.confirmed += n
    if (what === 'finished') column.confirmed -= n
  }
  return [...columns.values()]
}
