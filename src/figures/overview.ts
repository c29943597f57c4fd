import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { ageBands, type AgeBand } from './age-band.ts'
import { spanOf, spansBetween, type Span } from './periods.ts'

/** What the overview is about: these claims, from a day (the first of all where undefined) until today. */
export interface Asked { claims: readonly string[]; from?: string | undefined; until: string }

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
interface SpanSum extends Sum { start: string }

/** The first day on which somebody began to join one of these claims. */
async function firstDay(db: Db, claims: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select min(first.day) as day from unnest(${claims}::text[]) as of_claim (slug)
    cross join lateral (
      select day from tally where what = 'started' and claim = slug and day > '-infinity' order by day limit 1) as first`.execute(db)
  return rows[0]?.day ?? undefined
}

/** The sums of a period by span, read by the key of the tallies. */
async function spansOf(db: Db, { claims, from, until }: Required<Asked>, span: Span): Promise<SpanSum[]> {
  const { rows } = await sql<SpanSum>`select what, date_trunc(${sql.lit(span)}, day)::date as start, of, sum(n)::float8 as n from tally
    where what = any (${ofClaims}) and claim = any (${claims}::text[]) and day >= ${from}::date and day <= ${until}::date
    group by 1, 2, 3`.execute(db)
  return rows
}

async function mailsOf(db: Db, { from, until }: Required<Asked>): Promise<Overview['mails']> {
  const { rows } = await sql<Sum>`select what, of, sum(n)::float8 as n from tally
    where what = 'mail' and claim = '' and day >= ${from}::date and day <= ${until}::date group by what, of`.execute(db)
  const n = (of: string) => rows.find((row) => row.of === of)?.n ?? 0
  return { queued: n('queued'), accepted: n('accepted'), refused: n('refused') }
}

/** Everything the overview shows of a period and a claim, or of all claims. Counts only, at most a minute old. */
export async function readOverview(db: Db, asked: Asked): Promise<Overview> {
  const from = asked.from ?? (await firstDay(db, asked.claims)) ?? asked.until
  const span = spanOf(from, asked.until)
  const [rows, mails] = await Promise.all([spansOf(db, { ...asked, from }, span), mailsOf(db, { ...asked, from })])
  const total = (what: string, of?: (of: string) => boolean) =>
    rows.filter((row) => row.what === what && (of?.(row.of) ?? true)).reduce((sum, { n }) => sum + n, 0)
  const parts = (at: 0 | 1) => lines(rows.filter(({ what }) => what === 'joined').map(({ of, n }) => ({ of: of.split(' ')[at]!, n })))
  const ages = lines(rows.filter(({ what }) => what === 'age'))
  return {
    span, columns: columnsOf(rows, span, from, asked.until), mails, joined: total('joined'), left: total('left'),
    steps: funnel.map((of) => ({
      of,
      n: of === 'started' || of === 'confirmed' || of === 'finished' ? total(of) : total('reached', (step) => step === of),
    })),
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

function columnsOf(rows: readonly SpanSum[], span: Span, from: string, until: string): Column[] {
  const columns = new Map(spansBetween(span, from, until).map((start) => [start, { start, sealed: 0, signed: 0, confirmed: 0 }]))
  for (const { what, start, of, n } of rows) {
    const column = columns.get(start)
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
