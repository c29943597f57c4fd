import { getOrganisation } from '#claims/queries.ts'
import { ageOn, dataRightsFrom, legalZone } from '#participants/age.ts'
import { getPerson, listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { gaveUpMail } from './give-up-emails.ts'
import { endRepresentation, listRepresentations } from './representations.ts'
import { suspend } from './suspend.ts'

/**
 * Somebody no longer represents a child: from then on that account reaches nothing of it. A parent stays a parent; this says only that the
 * foundation no longer takes that person's word. Where nobody else represents the child, nobody could instruct the foundation or stop it
 * (art. 1:234 BW: the child itself cannot), so that has to be `seen`, and every act for the child is suspended until somebody declares
 * authority (as clause 11.1 of the participation agreements) or the child is 18. Nothing that was done is undone. Who gave up, the
 * others who represent the child, and a child of 16 or older with an address of its own are told by mail.
 * Refused: `represents-not`, `nobody-else-represents` until it was seen.
 */
export async function giveUp(ctx: Ctx, personId: string, representativeId: string, { seen, origin }: { seen: boolean; origin: string }) {
  const living = (await listRepresentations(ctx, [personId])).filter(({ end }) => !end)
  if (!living.some((each) => each.representativeId === representativeId)) return refused('represents-not')
  const alone = living.length === 1
  if (alone && !seen) return refused('nobody-else-represents')
  await endRepresentation(ctx, personId, representativeId, 'given-up')
  if (alone) await suspend(ctx, personId, 'nobody-represents')
  await tell(ctx, { personId, gaveUp: representativeId, others: living.map((each) => each.representativeId), origin })
  return done({ suspended: alone })
}

async function tell(ctx: Ctx,
  { personId, gaveUp, others, origin }: { personId: string; gaveUp: string; others: readonly string[]; origin: string }): Promise<void> {
  const child = await getPerson(ctx, personId)
  const isOld = ageOn(child.birthDate, dayIn(legalZone, ctx.now)) >= dataRightsFrom
  const told = [...(await listPersons(ctx, others)), ...(isOld ? [child] : [])]
  for (const { personId: whose, email, language } of told) {
    if (email === undefined) continue
    const to = whose === gaveUp ? 'self' : whose === personId ? 'child' : 'other'
    await queueMail(ctx, {
      personId: whose, once: `gave-up:${personId}:${gaveUp}`, kind: 'gave-up', language, to: email,
      message: gaveUpMail({ organisation: await getOrganisation(ctx.db, language), origin, to, child: child.legalName, at: ctx.now,
        alone: others.length === 1 }),
    })
  }
}
