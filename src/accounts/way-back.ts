import { randomUUID } from 'node:crypto'
import type { OrganisationContent } from '#claims/queries.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { record } from '#journal/record.ts'
import { getPerson, personsAt } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { noticeMail } from './emails.ts'

/**
 * Somebody proved the address by a code. Where an account of it has a passkey that is the way back for a lost device: it is noted, the
 * address is told, and money waits (decision 16). Call it after every code that opens an account.
 */
export async function wayBack(ctx: Ctx,
  { organisation, origin, emailIndex }: { organisation: OrganisationContent; origin: string; emailIndex: Buffer }): Promise<void> {
  const holders = [...new Set((await listPasskeys(ctx, await personsAt(ctx, emailIndex))).map(({ personId }) => personId))]
  for (const personId of holders) {
    const id = randomUUID()
    await ctx.db.insertInto('way_back').values({ person_id: personId, id, taken_at: ctx.now }).execute()
    await record(ctx, 'accounts.way-back', personId)
    if (personId !== holders[0]) continue
    const { email } = await getPerson(ctx, personId)
    await queueMail(ctx, {
      personId, once: `way-back:${id}`, kind: 'way-back', language: organisation.language, to: email!,
      message: noticeMail({ organisation, origin }, 'wayBack', ctx.now),
    })
  }
}
