import { daysAfter, mayBeLate, noticeDays, turning } from '#guardians/birthdays.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { forEachPerson } from '#platform/each.ts'
import { jobKind } from '#platform/jobs.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { listReaching, listUnsettled } from './found.ts'
import { handOver } from './hand-over.ts'
import { endWithoutAnswer } from './no-answer.ts'
import { notify } from './notify.ts'

/** Every day: notices of the birthdays of 16 and 18, the handover at 18, and the end for who did not answer in 60 days. */
export const birthdays = jobKind<Record<string, never>>('coming-of-age.birthdays', { expireSeconds: 1800 })

/** So long after an 18th birthday it is still looked at: what a job that stood still for months did not do is done late. */
const lookBackDays = 400

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & { config: { publicOrigin: string } }

/** Gives every notice that is due, the last ones too that a day without this job left over. Answers for how many persons. */
export async function giveNotice(world: Inside): Promise<number> {
  const [ctx, origin] = [ctxOf(world), world.config.publicOrigin]
  const today = dayIn(legalZone, ctx.now)
  let given = 0
  for (const age of turning) {
    for (const before of noticeDays) {
      const rows = await listReaching(ctx, age, { from: daysAfter(today, before - mayBeLate[before]), until: daysAfter(today, before) })
      given += await forEachPerson(world.log, birthdays.name, rows, ({ person_id: personId }) =>
        transact(world, (inside) => notify(inside, personId, { age, before, origin })))
    }
  }
  return given
}

/**
 * The daily look at birthdays; everything in it may be repeated. The handover comes first: who was on hold only for want of a
 * representative is then asked like everybody else.
 */
export async function lookAtBirthdays(world: Inside): Promise<{ handedOver: number; given: number; ended: number }> {
  const [ctx, origin] = [ctxOf(world), world.config.publicOrigin]
  const today = dayIn(legalZone, ctx.now)
  const rows = await listUnsettled(ctx, await listReaching(ctx, 18, { from: daysAfter(today, -lookBackDays), until: today }))
  const forEach = (act: (inside: Ctx, personId: string) => Promise<boolean>) =>
    forEachPerson(world.log, birthdays.name, rows, ({ person_id: personId }) => transact(world, (inside) => act(inside, personId)))
  const handedOver = await forEach(handOver)
  const given = await giveNotice(world)
  const ended = await forEach((inside, personId) => endWithoutAnswer(inside, personId, origin))
  return { handedOver, given, ended }
}
