import type pg from 'pg'

/** What stands on large tables and is put back when they are full: made once over all rows, it costs a fraction. */
export interface Standing { drop: string; putBack: string; what: string }

/** Everything that has to be kept up with each row of these tables: their keys and indexes, and the foreign keys from and to them. */
export async function standingOn(client: pg.ClientBase, tables: readonly string[]): Promise<Standing[]> {
  const { rows: constraints } = await client.query<{ name: string; of: string; type: string; is: string }>(`
    select conname as name, conrelid::regclass::text as of, contype as type, pg_get_constraintdef(oid) as is from pg_constraint
    where contype in ('p', 'u', 'f')
      and (conrelid::regclass::text = any($1) or (contype = 'f' and confrelid::regclass::text = any($1)))
    order by contype = 'f', contype = 'u', conname`, [tables])
  const { rows: indexes } = await client.query<{ name: string; is: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as is from pg_index
    where indrelid::regclass::text = any($1)
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
    order by 1`, [tables])
  const constraint = ({ name, of, is }: { name: string; of: string; is: string }): Standing => ({
    drop: `alter table ${of} drop constraint ${name}`, putBack: `alter table ${of} add constraint ${name} ${is}`, what: `${name} on ${of}`,
  })
  return [
    ...constraints.filter(({ type }) => type !== 'f').map(constraint),
    ...indexes.map(({ name, is }) => ({ drop: `drop index ${name}`, putBack: is, what: name })),
    ...constraints.filter(({ type }) => type === 'f').map(constraint),
  ]
}
