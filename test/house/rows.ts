/** Words of SQL that fill a table with made-up rows for the planner; `n` counts the rows, and nothing in them can be read. */
export const people = 20_000
export const each = `from generate_series(1, ${people}) as n`
export const id = (n: string) => `('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
export const hash = (n: string) => `sha256((${n})::text::bytea)`
export const sealed = (bytes: number) => `repeat('x', ${bytes})::bytea`
export const when = `timestamptz '2026-11-01 10:00Z' + n * interval '1 minute'`
