import { getContent, getOrganisation } from '#claims/queries.ts'
import { isSuspended } from '#guardians/suspensions.ts'
import { endParticipation } from '#leaving/end-participation.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { noAnswerMail } from './emails.ts'
import { listWaiting } from './waiting.ts'

/**
 * Ends the participations of who turned 18, was asked and did not sign within 60 days: no personal acts, kept in the group whose interest
 * the foundation defends anyway, and free to join again without a fee (domain 9.2; agreement, clauses 4.4 and 11.3). Not while everything
 * is suspended: then nobody was asked. Told to the own address; where there is none, nobody is. Answers whether something ended.
 */
export async function endWithoutAnswer(ctx: Ctx, personId: string, origin: string): Promise<boolean> {
  await lockPersons(ctx, [personId])
  const [person] = await listPersons(ctx, [personId])
  if (!person || (await isSuspended(ctx, personId))) return false
  const today = dayIn(legalZone, ctx.now)
  const over = (await listWaiting(ctx, person)).filter(({ until }) => until < today)
  for (const { participation: { claim, round }, until } of over) {
    const ended = await endParticipation(ctx, personId,
      { claim, kind: 'no-answer-at-18', channel: 'timer', notice: { askedUntil: until }, effectiveOn: today })
    if (!ended.ok || person.email === undefined) continue
    const { language } = person
    const [organisation, content] = [await getOrganisation(ctx.db, language), await getContent(ctx.db, claim, language)]
    await queueMail(ctx, {
      personId, once: `no-answer-at-18:${claim}:${round}`, kind: 'no-answer-at-18', language, to: person.email,
      message: noAnswerMail({ organisation, claim: content, origin, language, to: person.legalName, until }),
    })
  }
  return over.length > 0
}
