import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { readFacts, type Facts } from './facts.ts'
import { isMerged } from './merging/merges.ts'
import { keepTerms, pairing, sharersOf, termsOf } from './terms.ts'
import { weigh, type Weighed } from './weigh.ts'

/** A value that more people share than this says nothing of two of them: it makes no pairs, and stands once as shared by many (AD-03). */
export const shareAtMost = 20

/**
 * Looks at people who were added or changed: writes their terms anew, finds who shares one by index, and keeps, changes or drops the pairs
 * they are in. Doing it again changes nothing. Of who was erased, or left every claim, terms and pairs go.
 */
export async function lookFor(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)]
  const facts = await readFacts(ctx, ids)
  const gone = ids.filter((id) => !facts.some(({ personId }) => personId === id))
  await forgetDuplicates(ctx, gone)
  for (const each of facts) await keepTerms(ctx, each.personId, termsOf(ctx, each))
  const partners = await findPartners(ctx, facts)
  const others = await readFacts(
    ctx,
    [...new Set([...partners.values()].flat())].filter((id) => !facts.some(({ personId }) => personId === id)),
  )
  const known = new Map([...facts, ...others].map((each) => [each.personId, each]))
  for (const one of facts) await keepPairs(ctx, one, (partners.get(one.personId) ?? []).flatMap((id) => known.get(id) ?? []))
}

/** Drops what was kept of people to compare them with others; also where they are erased. */
export async function forgetDuplicates({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<void> {
  if (!personIds.length) return
  await db.deleteFrom('match_term').where('person_id', 'in', personIds).execute()
  await db.deleteFrom('duplicate_pair')
    .where((row) => row.or([row('person_id', 'in', personIds), row('other_id', 'in', personIds)])).execute()
}

/** Of each person those who share a term that few share. Terms of many are noted, those that few share again go from the list. */
async function findPartners(ctx: Ctx, facts: readonly Facts[]): Promise<Map<string, string[]>> {
  const partners = new Map<string, string[]>()
  for (const one of facts) {
    const shared = await sharersOf(ctx, termsOf(ctx, one).filter(({ kind }) => pairing.includes(kind)), shareAtMost)
    const crowded = shared.filter(({ personIds }) => personIds.length > shareAtMost)
    for (const { kind, term } of crowded) {
      await ctx.db.insertInto('shared_term').values({ kind, term, noticed_at: ctx.now })
        .onConflict((conflict) => conflict.doNothing()).execute()
    }
    partners.set(one.personId, [...new Set(shared.filter((each) => !crowded.includes(each)).flatMap(({ personIds }) => personIds))]
      .filter((id) => id !== one.personId))
  }
  return partners
}

/** Orders two ids as a pair keeps them. */
export const ordered = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one])

async function keepPairs(ctx: Ctx, one: Facts, others: readonly Facts[]): Promise<void> {
  const kept = others.flatMap((other) => {
    const weighed = weigh(one, other)
    return weighed ? [{ other: other.personId, weighed }] : []
  })
  await ctx.db.deleteFrom('duplicate_pair')
    .where((row) => row.or([row('person_id', '=', one.personId), row('other_id', '=', one.personId)]))
    .where((row) =>
      row.not(
        row.or([
          ...kept.map(({ other }) =>
            row.and([row('person_id', '=', ordered(one.personId, other)[0]), row('other_id', '=', ordered(one.personId, other)[1])]),
          ),
          sql<boolean>`false`,
        ]),
      ),
    )
    .execute()
  for (const { other, weighed } of kept) await keepPair(ctx, ordered(one.personId, other), weighed)
}

async function keepPair(ctx: Ctx, [first, second]: [string, string], { weight, reasons }: Weighed): Promise<void> {
  const open = await isOpen(ctx, [first, second], reasons)
  await ctx.db.insertInto('duplicate_pair')
    .values({ person_id: first, other_id: second, weight, reasons, open, found_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['person_id', 'other_id']).doUpdateSet({ weight, reasons, open })).execute()
}

/** Whether a pair waits for somebody: not while it is merged, and not where somebody decided on the same reasons that they are two. */
export async function isOpen({ db }: Pick<Ctx, 'db'>, [first, second]: [string, string], reasons: readonly string[]): Promise<boolean> {
  if (await isMerged({ db }, [first, second])) return false
  const judged = await db.selectFrom('duplicate_judgement').select('reasons').where('person_id', '=', first).where('other_id', '=', second)
    .orderBy('judged_at', 'desc').limit(1).executeTakeFirst()
  return !judged || reasons.some((reason) => !judged.reasons.includes(reason))
}
