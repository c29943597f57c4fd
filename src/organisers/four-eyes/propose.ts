import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done } from '#platform/outcome.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { proposalDays } from './proposals.ts'
import type { FourEyesAct } from '#organisers/roles.ts'

/**
 * Proposes an act that two people do (SE-03, four eyes); it waits 30 days. `subject` names by ids, hashes and codes exactly what is to be
 * done; `note` is free text, sealed under the person it is about (so that it goes with them), otherwise under who proposes. Answers the id
 * of the proposal. Throws where no organiser acts.
 */
export async function propose(ctx: Ctx, { act, subject, aboutPerson, note }: {
  act: FourEyesAct; subject: Record<string, unknown>; aboutPerson?: string; note?: string
}) {
  const by = actingOrganiser(ctx)
  const id = randomUUID()
  const sealed = note ? (await ctx.vault.open(ctx.db, aboutPerson ?? by)).seal('proposal.note', note) : null
  await ctx.db.insertInto('proposal').values({
    id, act, subject: JSON.stringify(subject), about_person: aboutPerson ?? null, proposed_by: by, note: sealed, proposed_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + proposalDays * 86_400_000),
  }).execute()
  await record(ctx, 'organisers.proposed', aboutPerson ?? null, { proposalId: id, act })
  return done(id)
}
