import pg from 'pg'
import { testSite, type TestSite } from '../builders.ts'

/** A site whose database holds these rows, with the statistics the planner goes by; `close` ends both. */
export async function filledSite(rows: readonly string[]): Promise<{ site: TestSite; owner: pg.Client; close(): Promise<void> }> {
  const site = await testSite()
  const owner = new pg.Client({ connectionString: site.database.ownerUrl })
  await owner.connect()
  for (const line of rows) await owner.query(line)
  await owner.query('vacuum analyze')
  return { site, owner, async close() {
    await owner.end()
    await site.close()
  } }
}

interface Plan { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

/** What was asked of the database while it was listened to, by its text, with the values it was asked with last. */
export function askedOf(calls: readonly unknown[]): Map<string, unknown[]> {
  const asked = new Map<string, unknown[]>()
  for (const [asking] of calls as [{ text?: string; values?: unknown[] }][]) {
    if (/^\s*(select|insert|update|delete|with)\b/i.test(asking.text ?? '')) asked.set(asking.text!, asking.values ?? [])
  }
  return asked
}

/** Every query that reads one of these tables from end to end, as the planner says, with the tables. */
export async function scansOf(owner: pg.Client, asked: ReadonlyMap<string, unknown[]>,
  large: ReadonlySet<string>): Promise<{ text: string; tables: string[] }[]> {
  const scanned = (plan: Plan): string[] => [
    ...(/^(Parallel )?Seq Scan$/.test(plan['Node Type']) && large.has(plan['Relation Name']!) ? [plan['Relation Name']!] : []),
    ...(plan.Plans ?? []).flatMap(scanned),
  ]
  const scans: { text: string; tables: string[] }[] = []
  for (const [text, values] of asked) {
    if (![...large].some((table) => text.includes(table))) continue
    const { rows } = await owner.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, values)
    const tables = scanned(rows[0]!['QUERY PLAN'][0].Plan)
    if (tables.length) scans.push({ text, tables })
  }
  return scans
}
