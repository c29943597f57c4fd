import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { forEachPerson } from '#platform/each.ts'
import { jobKind } from '#platform/jobs.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { giveTask } from './tasks.ts'

/** Every few minutes: what the desk has to write by post, because the mail server refused it. */
export const lookForBounced = jobKind<Record<string, never>>('casework.bounced', { expireSeconds: 600 })

/** A mail of a case that came back: whom it concerns, and the row that it told about. */
interface Bounced { person_id: string; about_id: string }

const mostAtOnce = 500

/**
 * Gives the case handlers the task to write by post where a decision, a deficiency notice or what belongs to one, a correction by the desk
 * or an objection was mailed and refused for good in the last days: nothing is decided or changed silently (AD-04, AD-06, GD-02). Once
 * for each row, about the person that it concerns, whoever read for it. Answers how many.
 */
export const askToWrite = async (world: Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'>): Promise<number> =>
  forEachPerson(world.log, lookForBounced.name, await listBounced(ctxOf(world)), ({ person_id: personId, about_id: aboutId }) =>
    transact(world, async (ctx) => (await giveTask(ctx, personId, { kind: 'bounced', to: { role: 'case-handler' }, aboutId })).ok))

/** Refused mails of cases by the index of refusals; each row that one told about is looked up by its key. */
async function listBounced({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Bounced[]> {
  const { rows } = await sql<Bounced>`
    with mails as (
      select distinct m.person_id, substring(m.once from '[0-9a-f]{8}-[0-9a-f-]{27}')::uuid as about_id from mail_outcome o
      join mail m on m.person_id = o.person_id and m.id = o.mail_id
      where o.outcome = 'refused' and o.decided_at > ${now}::timestamptz - interval '3 days'
        and (m.kind like 'decision-%' or m.kind like 'deficiency-%' or m.kind like 'review-%' or m.kind like 'objection%'
          or m.kind = 'correction-by-desk')
    ), concerned as (
      select person_id, person_id as reader, about_id from mails
      union select r.person_id, r.representative_id, about_id from mails join representation r on r.representative_id = mails.person_id
    )
    select c.person_id, c.about_id from concerned c join vault_key k on k.person_id = c.person_id
    where (exists (select from decision d where d.person_id = c.person_id and d.id = c.about_id)
        or exists (select from deficiency_notice n where n.person_id = c.person_id and n.id = c.about_id)
        or exists (select from deficiency_extension x where x.person_id = c.person_id and x.id = c.about_id)
        or exists (select from decision_review v where v.person_id = c.person_id and v.id = c.about_id)
        or exists (select from desk_correction w where w.person_id = c.person_id and w.id = c.about_id)
        or exists (select from objection b where b.person_id = c.person_id and b.id = c.about_id))
      and not exists (select from case_task t where t.person_id = c.person_id and t.about_id = c.about_id and t.kind = 'bounced')
    order by c.person_id, c.about_id limit ${mostAtOnce}`.execute(db)
  return rows
}
