import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Writes down that an organiser looked at the signs about a person (SE-03). */
export const openSignals = (ctx: Ctx, personId: string): Promise<void> => record(ctx, 'signals.opened', personId)
