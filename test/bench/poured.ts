import path from 'node:path'
import { sql } from 'kysely'
import type { State } from '../resilience/count.ts'
import { pourParticipants } from '../worlds/pour.ts'

/** Pours a world of so many people, or takes the one that is there; tells which of the two, in words. */
export async function pouredWorld(state: State, people: number): Promise<string> {
  const { rows: [there] } = await sql<{ n: number }>`
    select reltuples::int as n from pg_class where relname = 'participant'`.execute(state.db)
  if (there!.n > 1000) return `${there!.n.toLocaleString('en')} participants, which were there`
  const began = performance.now()
  const keyFile = path.join(state.keyFolder, 'master.key')
  await pourParticipants({ url: state.url, keyFile, now: new Date() }, people, () => undefined)
  return `${people.toLocaleString('en')} participants, made in ${((performance.now() - began) / 1000).toFixed(0)} s`
}
