import { getOrganisation, listContents } from '#claims/queries.ts'
import { birthdayOf, mayBeLate, noticeDay, daysAfter, type NoticeDays, type Turning } from '#guardians/birthdays.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { isSuspended } from '#guardians/suspensions.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { listParticipations, listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { birthdayMail } from './emails.ts'
import { listWaiting } from './waiting.ts'

/**
 * Gives notice of a birthday to who represents the child and, where it has an own address, to the child: once for each occasion (AD-08).
 * Nothing for who was admitted after the day of the notice, for whom nothing lives, for whom everything is suspended, who was erased. On
 * the 18th birthday a representative gets the last mail about this child. Answers whether a mail was queued.
 */
export async function notify(ctx: Ctx, personId: string,
  { age, before, origin }: { age: Turning; before: NoticeDays; origin: string }): Promise<boolean> {
  const [person] = await listPersons(ctx, [personId])
  const today = dayIn(legalZone, ctx.now)
  if (!person) return false
  const due = noticeDay(person.birthDate, age, before)
  if (due > today || today > daysAfter(due, mayBeLate[before]) || dayIn(legalZone, person.admittedAt) > due) return false
  const living = (await listParticipations(ctx, [personId])).filter(({ end }) => !end)
  if (!living.length || (await isSuspended(ctx, personId))) return false
  const birthday = birthdayOf(person.birthDate, age)
  const waiting = await listWaiting(ctx, person)
  const acting = (await listRepresentations(ctx, [personId]))
    .filter(({ end }) => !end || (age === 18 && before === 0 && end.reason === 'came-of-age'))
  const to = await listPersons(ctx, acting.map(({ representativeId }) => representativeId))
  // Who signed on the birthday itself, before this job ran, is asked nothing any more.
  const asked = age === 18 && before === 0 && !waiting.length ? to : [person, ...to]
  let queued = false
  for (const reader of asked) {
    if (reader.email === undefined) continue
    const { language } = reader
    const [organisation, claims] = [await getOrganisation(ctx.db, language),
      await listContents(ctx.db, [...new Set(living.map(({ claim }) => claim))], language)]
    const message = birthdayMail({
      organisation, origin, language, age, before, birthday, until: waiting[0]?.until,
      claims: claims.filter(({ slug }) => living.some(({ claim }) => claim === slug)),
      to: reader.legalName, child: reader === person ? undefined : person, reference: living[0]!.reference,
    })
    const mail = await queueMail(ctx, {
      personId: reader.personId, once: `birthday:${age}:${before}:${personId}`, kind: `turning-${age}`, language, to: reader.email, message,
    })
    if (mail) queued = true
  }
  if (queued) await record(ctx, 'coming-of-age.noticed', personId, { age, before })
  return queued
}
