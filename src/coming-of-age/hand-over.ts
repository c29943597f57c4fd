import { birthdayOf } from '#guardians/birthdays.ts'
import { lift } from '#guardians/lift.ts'
import { endRepresentation, listRepresentations } from '#guardians/representations.ts'
import { listCapacities, revoke } from '#mandates/revoke.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Writes down what the clock has done at 00:00 of the 18th birthday: whoever represented the child no longer does, and what they granted
 * holds for no new act from that day (art. 1:233 BW; agreement, clause 11.3; mandate, clause 7.2). What was done before stays. That nobody
 * reaches or acts any more does not wait for this: `listReached` and `holds` go by the clock. Answers whether there was something to write.
 */
export async function handOver(ctx: Ctx, personId: string): Promise<boolean> {
  await lockPersons(ctx, [personId])
  const [person] = await listPersons(ctx, [personId])
  if (!person || !isAdultOn(person.birthDate, dayIn(legalZone, ctx.now))) return false
  const acting = (await listRepresentations(ctx, [personId])).filter(({ end }) => !end)
  for (const { representativeId } of acting) await endRepresentation(ctx, personId, representativeId, 'came-of-age')
  const living = (await listCapacities(ctx, [personId])).filter(({ revoked }) => !revoked)
  const granted = living.filter(({ signedBy }) => signedBy !== 'self')
  for (const claim of new Set(granted.map((each) => each.claim))) {
    const own = living.find((each) => each.claim === claim && each.signedBy === 'self')
    await revoke(ctx, personId,
      { claim, reason: 'came-of-age', effectiveOn: birthdayOf(person.birthDate, 18), ...(own && { except: own.mandateId }) })
  }
  // Nobody has to represent an adult: whoever was on hold for that alone is asked like everybody else.
  await lift(ctx, personId, ['nobody-represents'], 'came-of-age')
  return acting.length > 0 || granted.length > 0
}
