import { sql } from 'kysely'
import { readFacts, type Facts } from '#duplicates/facts.ts'
import { termsOf, type TermKind } from '#duplicates/terms.ts'
import { streetKey } from '#duplicates/addresses.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Evidence } from './evidence.ts'
import type { Code } from './settings.ts'

/** People who share something that tells of one hand. Counted up to 1,000. */
export interface Group { kind: Code; count: number; personIds: string[] }

const most = 1000
/** So many are looked at by name and address where sharing alone is no sign. */
const sample = 60

/**
 * The groups a person is in: one block of addresses within an hour, one stem of numbered addresses, one mailbox, one bank account. By index
 * only.
 */
export async function groupsOf(ctx: Pick<Ctx, 'db' | 'vault'>, one: Facts, evidence: Evidence | undefined): Promise<Group[]> {
  const terms = termsOf(ctx, one)
  const sharers = async (kind: TermKind) => {
    const term = terms.find((each) => each.kind === kind)?.term
    return term
      ? (
          await ctx.db.selectFrom('match_term').select('person_id').where('kind', '=', kind).where('term', '=', term).limit(most).execute()
        ).map((row) => row.person_id)
      : []
  }
  const [stem, mailbox, iban, block] = [
    await sharers('email-stem'), await sharers('email'), await sharers('iban'),
    evidence ? await fromBlock(ctx, evidence) : [],
  ]
  return [
    { kind: 'burst', count: block.length, personIds: block }, { kind: 'numbered-addresses', count: stem.length, personIds: stem },
    { kind: 'alias-addresses', ...(await differing(ctx, mailbox, ({ email }) => email ?? '')) },
    // A family shares one at home; people who live apart do not.
    { kind: 'shared-iban', ...(await differing(ctx, iban, ({ address }) => streetKey(address))) },
  ]
}

/** How many different values people have who share something; of a large crowd a sample is looked at. */
async function differing(ctx: Pick<Ctx, 'db' | 'vault'>, personIds: string[], value: (facts: Facts) => string) {
  if (personIds.length < 2) return { count: personIds.length, personIds }
  const facts = await readFacts(ctx, personIds.slice(0, sample))
  const different = new Set(facts.map(value)).size
  return { count: personIds.length > sample && different > sample / 2 ? personIds.length : different, personIds }
}

async function fromBlock({ db }: Pick<Ctx, 'db'>, { block, signedAt }: Evidence): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`select distinct person_id from (
    select person_id from signing_block where block = ${block} and signed_at
      between ${signedAt}::timestamptz - interval '1 hour' and ${signedAt}::timestamptz + interval '1 hour' limit ${most}) near`.execute(db)
  return rows.map((row) => row.person_id)
}
