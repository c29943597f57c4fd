import { record } from '#journal/record.ts'
import { listPersons } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listSample } from './plans.ts'

/** Some of the people a plan is about, the same for everybody who looks. Where they are shown with names, that is journaled (SE-03). */
export async function openSample(ctx: Ctx, planId: string, { named }: { named: boolean }) {
  const people = await listPersons(ctx, await listSample(ctx, planId))
  if (named && people.length) await record(ctx, 'bulk.sample-seen', null, { planId, people: people.length })
  return people
}
