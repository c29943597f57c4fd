import type { Followed } from '#journal/follow.ts'
import { follow } from '#journal/follow.ts'
import { jobKind } from '#platform/jobs.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Ground } from '#platform/world.ts'
import { lookFor } from './look.ts'

/** The look at who was added or changed, each minute. */
export const lookForDuplicates = jobKind<Record<string, never>>('duplicates.look', { expireSeconds: 3600 })

/** After which entries what is compared of a person may have changed. */
const touching = /^(participants\.(admitted|corrected)|accounts\.bank-account-entered|mandates\.granted|guardians\.declared|leaving\.ended|erasure\.)/

/** Follows the journal: whoever joined, was corrected, left or was erased is compared with everybody else, by index. Answers how many entries it read. */
export const followForDuplicates = (ground: Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>): Promise<number> =>
  follow(ground, 'duplicates', handle, { batch: 200 })

async function handle(ctx: Ctx, entries: Followed[]): Promise<void> {
  const touched = entries.filter(({ event, personId }) => personId !== null && touching.test(event)).map(({ personId }) => personId!)
  if (touched.length) await lookFor(ctx, touched)
}
