import pg from 'pg'

/** A table as it travels: what is read, in which order, and how it lands. */
export interface CarriedTable {
  /** schema.table */
  name: string
  columns: string[]
  /** Columns of the primary key, as ORDER BY terms that sort alike on every server. */
  order: string[]
  /** Rows that a migration makes in an empty database (queues, timetable) are written over instead of refused. */
  mayExist: boolean
  /** Values for columns that do not travel but need one. */
  fixed: Record<string, string>
}

/** Tables that are about this one database and not about the state of the application. */
const own = ['kysely_migration', 'kysely_migration_lock', 'applied_migration']

/** Of a queue only its settings travel; its counts belong to the running server. */
const queueSettings = ['name', 'policy', 'retry_limit', 'retry_delay', 'retry_backoff', 'retry_delay_max', 'expire_seconds',
  'retention_seconds', 'deletion_seconds', 'dead_letter', 'heartbeat_seconds', 'notify']
const jobTables = ['pgboss.queue', 'pgboss.schedule', 'pgboss.job', 'pgboss.job_dependency']

const quoted = (name: string) => name.split('.').map(pg.escapeIdentifier).join('.')
const listed = (names: string[]) => names.map(pg.escapeIdentifier).join(', ')

/**
 * All tables of the application, referenced tables before those that refer to them; then the queues, the timetable and the jobs of
 * pg-boss.
 */
export async function carriedTables(client: pg.Client): Promise<CarriedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string[] | null; refers: string[] }>(`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.at)
        from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, at)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as order,
      array(select distinct fn.nspname || '.' || f.relname from pg_constraint r
          join pg_class f on f.oid = r.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1))
      or n.nspname || '.' || c.relname = any ($2)
    order by array_position($2, n.nspname || '.' || c.relname) nulls first, c.relname`, [own, jobTables])
  const keyless = rows.find((row) => !row.order)
  if (keyless) throw new Error(`${keyless.name} has no primary key, so its rows have no lasting order`)
  return inOrder(rows).map(({ name, columns, order }) => ({
    name,
    columns: name === 'pgboss.queue' ? queueSettings : columns,
    order: order ?? [],
    mayExist: name === 'pgboss.queue' || name === 'pgboss.schedule',
    fixed: name === 'pgboss.queue' ? { partition: 'false', table_name: `'job_common'` } : {},
  }))
}

function inOrder<T extends { name: string; refers: string[] }>(tables: T[]): T[] {
  const placed: T[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const names = new Set([...waiting].map((table) => table.name))
    const next = [...waiting].find((table) => !table.refers.some((name) => names.has(name)))
    if (!next) throw new Error(`the tables ${[...names].join(', ')} refer to each other in a circle`)
    waiting.delete(next)
    placed.push(next)
  }
  return placed
}

export const copyOut = (table: CarriedTable) =>
  `copy (select ${listed(table.columns)} from ${quoted(table.name)} order by ${table.order.join(', ')}) to stdout`

/** Where COPY lands: the table itself, or for tables that may hold rows already a temporary one that `afterCopyIn` merges. */
export function copyIn(table: CarriedTable): { before: string; copy: string; after: string } {
  const columns = listed(table.columns)
  if (!table.mayExist) return { before: '', copy: `copy ${quoted(table.name)} (${columns}) from stdin`, after: '' }
  const key = table.order.map((term) => term.replace(' collate "C"', '')).join(', ')
  const fixed = Object.keys(table.fixed)
  const into = listed([...table.columns, ...fixed])
  const values = [columns, ...Object.values(table.fixed)].join(', ')
  const changes = table.columns.map((column) => `${pg.escapeIdentifier(column)} = excluded.${pg.escapeIdentifier(column)}`).join(', ')
  return {
    before: `create temporary table carried on commit drop as select ${columns} from ${quoted(table.name)} with no data`,
    copy: `copy carried (${columns}) from stdin`,
    after: `insert into ${quoted(table.name)} (${into}) select ${values} from carried
      on conflict (${key}) do update set ${changes}; drop table carried`,
  }
}

/** The first table that holds a row, among those that must be empty. */
export async function firstWithRows(client: pg.Client, tables: CarriedTable[]): Promise<string | undefined> {
  for (const { name, mayExist } of tables) {
    if (mayExist) continue
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${quoted(name)}) as filled`)
    if (rows[0]?.filled) return name
  }
  return undefined
}

export interface Counter {
  name: string
  last: string
  used: boolean
}

/** Where the identity columns stand; kept apart from the rows, so that a number once given is never given again. */
export async function counters(client: pg.Client): Promise<Counter[]> {
  const { rows } = await client.query<{ name: string }>(`select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname = 'public' order by c.relname`)
  const found: Counter[] = []
  for (const { name } of rows) {
    const at = await client.query<{ last: string; used: boolean }>(
      `select last_value::text as last, is_called as used from ${quoted(name)}`)
    if (at.rows[0]) found.push({ name, ...at.rows[0] })
  }
  return found
}

export async function setCounter(client: pg.Client, { name, last, used }: Counter): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, used])
}
