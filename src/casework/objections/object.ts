import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { listObjections } from '#participants/objections.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { organiserOf } from '#casework/open-record.ts'
import type { WayToAsk } from '#casework/reasons.ts'
import { tell } from '#casework/tell.ts'
import { objectionMail } from './emails.ts'

/** How and on which day (`YYYY-MM-DD`) it came in. */
export interface Asked { cameBy: WayToAsk; askedOn: string; origin: string }

/**
 * Writes down that somebody objects that data about them support a claim (UAVG 37, GD-09), in whatever state they are (9.2): from now on no
 * segment, bulk act or count holds them. It ends nothing and needs no ground; they are told that leaving is another thing. Refused:
 * `objection-stands`, `asked-in-future`.
 */
export async function noteObjection(ctx: Ctx, personId: string, { cameBy, askedOn, origin }: Asked) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  if ((await listObjections(ctx, [personId])).length) return refused('objection-stands')
  if (askedOn > dayIn(legalZone, ctx.now)) return refused('asked-in-future')
  const objectionId = randomUUID()
  await ctx.db.insertInto('objection').values({ person_id: personId, id: objectionId, came_by: cameBy, asked_on: askedOn, actor: ctx.actor,
    noted_at: ctx.now }).execute()
  await record(ctx, 'casework.objected', personId, { objectionId, cameBy })
  await tell(ctx, personId, {
    once: `objection:${objectionId}`, kind: 'objection', message: (to) => objectionMail('noted', { ...to, origin }),
  })
  return done({ objectionId })
}

/** Writes down that the objection is taken back, by who made it. Refused: `no-objection`, `asked-in-future`. */
export async function endObjection(ctx: Ctx, personId: string, { cameBy, askedOn, origin }: Asked) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const [objection] = await listObjections(ctx, [personId])
  if (!objection) return refused('no-objection')
  if (askedOn > dayIn(legalZone, ctx.now)) return refused('asked-in-future')
  await ctx.db.insertInto('objection_end').values({ person_id: personId, objection_id: objection.id, came_by: cameBy, asked_on: askedOn,
    actor: ctx.actor, ended_at: ctx.now }).execute()
  await record(ctx, 'casework.objection-ended', personId, { objectionId: objection.id, cameBy })
  await tell(ctx, personId, { once: `objection-ended:${objection.id}`, kind: 'objection-ended',
    message: (to) => objectionMail('ended', { ...to, origin }) })
  return done()
}
