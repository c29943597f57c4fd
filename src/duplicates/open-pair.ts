import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Writes down for both people that an organiser looked at them side by side (SE-03). */
export async function openPair(ctx: Ctx, [one, other]: readonly [string, string]): Promise<void> {
  await record(ctx, 'duplicates.opened', one, { otherId: other })
  await record(ctx, 'duplicates.opened', other, { otherId: one })
}
