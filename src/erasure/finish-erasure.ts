import { record } from '#journal/record.ts'
import { removeBytes } from '#platform/files/stored.ts'
import { forgetMails } from '#platform/mail/forget.ts'
import { transact, type World } from '#platform/world.ts'
import { removeArchives } from '#archives/archives.ts'
import { finishErasure, logErasures } from './jobs.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files'>

/** Minutes between two looks at whether the receipt is out, and days after which we stop waiting for a mail server. */
const lookEveryMinutes = 5
export const waitAtMostDays = 10

/**
 * Ends an erasure: as soon as the receipt was taken or refused by the mail server, or after ten days, the mail with its address goes, and
 * where nothing has to be kept the person's key. May run any number of times.
 */
export async function finish(world: Inside, { personId }: { personId: string }): Promise<void> {
  const now = world.clock.now()
  const request = await world.db.selectFrom('erasure_request')
    .leftJoin('mail_outcome', (on) => on.onRef('mail_outcome.person_id', '=', 'erasure_request.person_id')
      .onRef('mail_outcome.mail_id', '=', 'erasure_request.receipt_id'))
    .leftJoin('mail', (on) => on.onRef('mail.person_id', '=', 'erasure_request.person_id')
      .onRef('mail.id', '=', 'erasure_request.receipt_id'))
    .select(['whole', 'asked_at', 'mail.id as waiting', 'outcome']).where('erasure_request.person_id', '=', personId).executeTakeFirst()
  if (!request) return
  await removeArchives(world, personId)
  const over = request.asked_at.getTime() + waitAtMostDays * 86_400_000 <= now.getTime()
  if (request.waiting && !request.outcome && !over) {
    await world.jobs.queue(world.db, finishErasure, { personId }, { notBefore: new Date(now.getTime() + lookEveryMinutes * 60_000) })
    return
  }
  const living = await world.vault.find(world.db, personId)
  await transact(world, async (ctx) => {
    await forgetMails(ctx.db, personId)
    if (!living) return
    if (request.whole) await ctx.vault.erase(ctx.db, personId, 'on-request', ctx.now)
    await record(ctx, request.whole ? 'erasure.erased' : 'erasure.restricted', personId)
    await ctx.jobs.queue(ctx.db, logErasures, {})
  })
  if (request.whole) await removeBytes(world, personId)
}
