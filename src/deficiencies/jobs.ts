import { forEachPerson } from '#platform/each.ts'
import { jobKind } from '#platform/jobs.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { listOpen, lookAtNotice } from './remind.ts'

/** Every day: reminders of deficiency notices, and what the desk has to do about them. */
export const lookAtNotices = jobKind<Record<string, never>>('deficiencies.look', { expireSeconds: 1800 })

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & { config: Pick<World['config'],
  'publicOrigin' | 'cureReminderDays'> }

/** Looks at every open notice; may be repeated. Answers about how many something was done. */
export const lookAtOpenNotices = async (world: Inside): Promise<number> =>
  forEachPerson(world.log, lookAtNotices.name, await listOpen(ctxOf(world)), ({ person_id: personId, id }) =>
    transact(world, (ctx) => lookAtNotice(ctx, personId, id,
      { remindDays: world.config.cureReminderDays, origin: world.config.publicOrigin })))
