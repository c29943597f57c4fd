import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { termOf } from '#search/terms.ts'
import { bulkSite, giving, type BulkSite } from './bulk.fixture.ts'

let at: BulkSite
beforeEach(async () => { at = await bulkSite() })
afterEach(() => at.site.close())

/** Ten times as many took 36 MB more than none. */
const people = 3000
const mostMegabytes = 120

test('a large segment is done batch by batch: memory does not grow with it', async () => {
  const { site } = at
  const term = termOf(site.vault, 'country', 'BE')
  await sql`insert into vault_key (person_id, wrapped, master_key, created_at)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    'x'::bytea, 'x', now() from generate_series(1, ${people}) n`.execute(site.db)
  await sql`insert into search_person (person_id, place, terms) select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    (extract(epoch from ${site.clock.now()}::timestamptz)::bigint * 1000 << 20) - n, array[${term}::bigint]
    from generate_series(1, ${people}) n`.execute(site.db)
  await sql`insert into search_term (term, place) select ${term}::bigint, place from search_person`.execute(site.db)
  const planId = await at.started({ ...giving, filter: { country: 'BE' } })
  const before = process.memoryUsage.rss()
  let most = 0
  const watching = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 50)
  // Each job answers for some thousand people and queues itself again.
  for (let jobs = 0; (await at.progress(planId)).state !== 'finished' && jobs < people; jobs += 1) await at.goOn(planId)
  clearInterval(watching)
  expect(await at.progress(planId)).toMatchObject({ state: 'finished', people, done: people })
  const { n } = await site.db.selectFrom('case_task')
    .select((row) => row.fn.count<string>('person_id').distinct().as('n')).executeTakeFirstOrThrow()
  expect(Number(n)).toBe(people)
  if (people > 5000) process.stdout.write(`${people} people, ${Math.round((most - before) / 2 ** 20)} MB more\n`)
  expect((most - before) / 2 ** 20).toBeLessThan(mostMegabytes)
}, 900_000)
