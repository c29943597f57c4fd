import { sql } from 'kysely'
import type { Config } from '#config.ts'
import { writeErasures } from '#platform/erasure-log.ts'
import type { World } from '#platform/world.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault'> & { config: Pick<Config, 'erasureLog'> }

const atOnce = 1000

/**
 * Writes every erasure that the log outside the database does not have yet to it: of people and of unfinished joinings, and the requests to
 * erase, so that a restored backup can be made to forget again (SE-06). Broken off between file and row, it writes the same lines once
 * more; that is no harm.
 */
export async function log(world: Inside): Promise<number> {
  for (let written = 0; ;) {
    const { rows } = await sql<{ person_id: string; reason: string; at: Date }>`
      select e.person_id, e.reason, e.erased_at as at from vault_erasure e
        left join erasure_logged l on l.person_id = e.person_id and l.reason = e.reason where l.person_id is null
      union all select r.person_id, case when r.whole then 'on-request' else 'restricted' end, r.asked_at from erasure_request r
        left join erasure_logged l on l.person_id = r.person_id and l.reason = case when r.whole then 'on-request' else 'restricted' end
        where l.person_id is null and not exists (select from vault_erasure e where e.person_id = r.person_id)
      order by at limit ${atOnce}`.execute(world.db)
    if (!rows.length) return written
    const now = world.clock.now()
    await writeErasures(world.config.erasureLog, world.vault,
      rows.map(({ person_id: personId, reason, at }) => ({ personId, reason, at })), now)
    await world.db.insertInto('erasure_logged').values(rows.map(({ person_id, reason }) => ({ person_id, reason, logged_at: now })))
      .onConflict((conflict) => conflict.doNothing()).execute()
    written += rows.length
  }
}
