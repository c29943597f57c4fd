import { follow, type Followed } from '#journal/follow.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Ground } from '#platform/world.ts'
import { lookForSigns } from './look.ts'

/** After which entries the signs of a person may have changed. */
const touching = /^(participants\.(admitted|corrected)|accounts\.bank-account-entered|mandates\.(granted|sealed)|leaving\.ended|erasure\.)/

/**
 * Follows the journal during the window, not after it: whoever joined, was corrected, left or was erased is looked at anew (AD-05). Runs after
 * the look for duplicates, whose terms it counts. Answers how many entries it read.
 */
export const followForSignals = (ground: Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>): Promise<number> =>
  follow(ground, 'signals', handle, { batch: 200 })

async function handle(ctx: Ctx, entries: Followed[]): Promise<void> {
  const touched = entries.filter(({ event, personId }) => personId !== null && touching.test(event)).map(({ personId }) => personId!)
  if (touched.length) await lookForSigns(ctx, touched)
}
