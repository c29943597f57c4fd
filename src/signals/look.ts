import { sql } from 'kysely'
import { readFacts, type Facts as Compared } from '#duplicates/facts.ts'
import { ageOn, legalZone } from '#participants/age.ts'
import { findParticipation, listParticipations } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { readEvidence, type Evidence } from './evidence.ts'
import { explain, isNewTo, type Known, type Signal } from './explain.ts'
import { lastDecision } from './queries.ts'
import { blockDays, queueFrom } from './settings.ts'
import { groupsOf, type Group } from './groups.ts'

/** So many of a group are looked at again when somebody joins it; of larger ones each is told as it joins. */
const again = 50

/**
 * Computes the signs of abuse of people who were added or changed, and of those who came to share something with them (AD-05). It writes
 * the signs and whether somebody has to look, and touches nothing else (GDPR 22). Of children there are none (SE-08): signs are about who
 * signed.
 */
export async function lookForSigns(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const first = await look(ctx, [...new Set(personIds)])
  const others = [...new Set(first.flatMap(({ personIds: sharing }) => sharing.slice(0, again)))].filter((id) => !personIds.includes(id))
  if (others.length) await look(ctx, others)
}

/** Answers the groups that are large enough to say something. */
async function look(ctx: Ctx, personIds: readonly string[]): Promise<Group[]> {
  const today = dayIn(legalZone, ctx.now)
  const facts = (await readFacts(ctx, personIds)).filter(({ birthDate }) => ageOn(birthDate, today) >= 18)
  await forgetSignals(ctx, personIds.filter((id) => !facts.some(({ personId }) => personId === id)))
  const evidence = await readEvidence(ctx, facts.map(({ personId }) => personId))
  await keepBlocks(ctx, evidence)
  const told: Group[] = []
  for (const one of facts) {
    const own = evidence.find(({ personId }) => personId === one.personId)
    const groups = await groupsOf(ctx, one, own)
    const signals = explain(await knownOf(ctx, one, own, groups))
    await keep(ctx, one.personId, signals)
    told.push(...groups.filter(({ kind }) => signals.some(({ code }) => code === kind)))
  }
  return told
}

async function knownOf(ctx: Ctx, one: Compared, evidence: Evidence | undefined, groups: readonly Group[]): Promise<Known> {
  const { personId, email, birthDate, claims } = one
  const joinings = (await listParticipations(ctx, [personId])).filter(({ end }) => !end)
  const told = await Promise.all(claims.map((claim) => findParticipation(ctx, personId, claim)))
  const size = (kind: Group['kind']) => groups.find((group) => group.kind === kind)?.count ?? 1
  const refused = await sql<{ n: string }>`select count(*) as n from mail_outcome
    where person_id = ${personId} and outcome = 'refused'`.execute(ctx.db)
  const joined = joinings.at(-1)
  return {
    email, birthDate, joinedOn: joined && dayIn(legalZone, joined.joinedAt),
    usedFrom: told.map((each) => each?.usage.from).filter((from) => from !== undefined && from !== '').sort()[0],
    signedIn: evidence?.seconds,
    sharing: { block: size('burst'), stem: size('numbered-addresses'), mailbox: size('alias-addresses'), iban: size('shared-iban') },
    refusedMails: Number(refused.rows[0]!.n),
  }
}

async function keepBlocks(ctx: Ctx, evidence: readonly Evidence[]): Promise<void> {
  const recent = evidence.filter(({ signedAt }) => signedAt.getTime() > ctx.now.getTime() - blockDays * 86_400_000)
  if (recent.length) await ctx.db.insertInto('signing_block')
    .values(recent.map(({ personId, block, signedAt }) => ({ person_id: personId, block, signed_at: signedAt })))
    .onConflict((conflict) => conflict.doNothing()).execute()
}

async function keep(ctx: Ctx, personId: string, signals: readonly Signal[]): Promise<void> {
  await ctx.db.deleteFrom('signal').where('person_id', '=', personId)
    .$if(signals.length > 0, (query) => query.where('code', 'not in', signals.map(({ code }) => code))).execute()
  for (const { code, weight, figures } of signals) {
    await ctx.db.insertInto('signal').values({ person_id: personId, code, weight, figures: JSON.stringify(figures), found_at: ctx.now })
      .onConflict((conflict) => conflict.columns(['person_id', 'code']).doUpdateSet({ weight, figures: JSON.stringify(figures) })).execute()
  }
  const score = Math.min(1000, signals.reduce((sum, { weight }) => sum + weight, 0))
  if (!signals.length) return void (await ctx.db.deleteFrom('signal_queue').where('person_id', '=', personId).execute())
  const decided = await lastDecision(ctx, personId)
  const open = score >= queueFrom && isNewTo(decided?.facts, signals)
  const watched = decided?.decision === 'watch'
  await ctx.db.insertInto('signal_queue').values({ person_id: personId, score, open, watched, changed_at: ctx.now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ score, open, watched, changed_at: ctx.now })).execute()
}

/** Drops the signs of people; also where they are erased. The decisions stay with the file (SE-07). */
export async function forgetSignals({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<void> {
  if (!personIds.length) return
  for (const table of ['signal', 'signal_queue', 'signing_block'] as const)
    await db.deleteFrom(table).where('person_id', 'in', personIds).execute()
}
