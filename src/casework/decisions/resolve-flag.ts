import type { Flag } from '#participants/flag.ts'
import { lockPersons } from '#participants/lock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { keepDecision, listFlags } from './decisions.ts'
import { organiserOf } from '#casework/open-record.ts'
import type { FlagReason } from '#casework/reasons.ts'

/**
 * Says what became of a flag (AD-05: it only asked a human to look). It changes nothing for the person. Refused: `no-such-flag`,
 * `flag-resolved`.
 */
export async function resolveFlag(ctx: Ctx, personId: string, { flag, reason }: { flag: Flag; reason: FlagReason }) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const known = (await listFlags(ctx, personId)).find((each) => each.flag === flag)
  if (!known) return refused('no-such-flag')
  if (known.decisionId !== undefined) return refused('flag-resolved')
  return done({ decisionId: await keepDecision(ctx, personId, { kind: 'resolve-flag', reason, flag }) })
}
