import { getContent, getOrganisation } from '#claims/queries.ts'
import type { Language } from '#claims/bundle.ts'
import { record } from '#journal/record.ts'
import { forEachPerson } from '#platform/each.ts'
import { jobKind } from '#platform/jobs.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { transact, type World } from '#platform/world.ts'
import { reminderMail } from './emails.ts'
import { eraseDraft } from './erase-draft.ts'
import { findDraft } from './queries.ts'
import { eraseAfterDays } from './unfinished.ts'

type Nothing = Record<string, never>
export const remindDrafts = jobKind<Nothing>('joining.remind', { expireSeconds: 1800 })
export const eraseDrafts = jobKind<Nothing>('joining.erase', { expireSeconds: 1800 })

const days = 86_400_000
const remindAfterDays = 3

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & { config: { publicOrigin: string } }

/** One reminder, once, to who proved an address and has not finished after 3 days. An address that was never proven gets none. */
export async function remind(world: Inside): Promise<number> {
  const before = new Date(world.clock.now().getTime() - remindAfterDays * days)
  const rows = await world.db.selectFrom('draft').select(['person_id', 'claim']).where('submitted_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('confirmed_at', 'is not', null).where('started_at', '<', before).where('changed_at', '<', before).execute()
  return forEachPerson(world.log, remindDrafts.name, rows, ({ person_id: personId, claim: slug }) =>
    transact(world, async (ctx) => {
      const draft = await findDraft(ctx, personId, slug, { lock: true })
      if (!draft || draft.submittedAt) return false
      const [organisation, claim] = [await getOrganisation(ctx.db, draft.language as Language),
        await getContent(ctx.db, draft.claim, draft.language)]
      const { name, email } = draft.answers
      const queued = await queueMail(ctx, {
        personId, once: `reminder:${slug}:${draft.startedAt.toISOString().slice(0, 10)}`, kind: 'join-reminder', language: draft.language,
        to: email,
        message: reminderMail({ organisation, claim, origin: world.config.publicOrigin, name, startedAt: draft.startedAt }),
      })
      // Another worker was here between the look and the lock.
      if (!queued) return false
      await ctx.db.updateTable('draft').set({ reminded_at: ctx.now }).where('person_id', '=', personId).where('claim', '=', slug).execute()
      await record(ctx, 'joining.reminded', personId)
      return true
    }))
}

/** Erases drafts that were not finished within 30 days, with their mails: the key goes, and nothing of them can be read again (SE-07). */
export async function eraseStale(world: Inside): Promise<number> {
  const before = new Date(world.clock.now().getTime() - eraseAfterDays * days)
  const rows = await world.db.selectFrom('draft').select(['person_id', 'claim']).where('submitted_at', 'is', null)
    .where('started_at', '<', before).execute()
  return forEachPerson(world.log, eraseDrafts.name, rows, ({ person_id: personId, claim }) =>
    transact(world, (ctx) => eraseDraft(ctx, personId, claim, 'joining-unfinished')))
}
