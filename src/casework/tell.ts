import { getOrganisation, type OrganisationContent } from '#claims/queries.ts'
import { listActingFor } from '#guardians/family-address.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { getPerson, listPersons, type KnownPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail, type MailMessage } from '#platform/mail/queue.ts'
import { giveTask } from './tasks.ts'

export interface Telling {
  /** Names the occasion, with the id of its row. */
  once: string
  kind: string
  /** The row it tells about, for the task to write where nobody has an address. */
  aboutId?: string | undefined
  /** The words to one reader; `child` is who it is about where the reader acts for somebody. */
  message(to: {
    reader: KnownPerson
    child: KnownPerson | undefined
    organisation: OrganisationContent
  }): MailMessage | Promise<MailMessage>
}

/**
 * Writes to whom a decision concerns, each in their own language: the person, and who acts for it while it is under 18. Answers how many
 * mails were queued. Where nobody has an address the case handlers get the task to write by post: nothing is decided silently (AD-04).
 */
export async function tell(ctx: Ctx, personId: string, { once, kind, aboutId, message }: Telling): Promise<number> {
  const person = await getPerson(ctx, personId)
  const acting = isAdultOn(person.birthDate, dayIn(legalZone, ctx.now)) ? [] : await listPersons(ctx, await listActingFor(ctx, personId))
  let told = 0
  for (const reader of [person, ...acting]) {
    if (reader.email === undefined) continue
    const organisation = await getOrganisation(ctx.db, reader.language)
    const words = await message({ reader, child: reader === person ? undefined : person, organisation })
    if (await queueMail(ctx, { personId: reader.personId, once, kind, language: reader.language, to: reader.email,
      message: words })) told += 1
  }
  if (!told) await giveTask(ctx, personId, { kind: 'write', to: { role: 'case-handler' }, aboutId })
  return told
}
