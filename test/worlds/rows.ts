import type { Count } from '#figures/tallies.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Vault } from '#platform/vault.ts'
import { remembering } from './found-by.ts'
import { dice } from './people.ts'
import { pouredTables, type Poured, type Pouring, type Rows, type Share } from './poured.ts'
import { adult, child } from './someone.ts'

const vaults = new WeakMap<Vault, Vault>()

/**
 * The rows of a share of a world: adults, and for every fourth of them one to three children, sealed as joining seals them; with the counts
 * that only the program can make, and the ids of those at whom the desk has to look. The documents themselves are not made.
 */
export async function rowsOf(vault: Vault, share: Share): Promise<{ rows: Rows; counts: Count[]; cases: string[] }> {
  const remembered = vaults.get(vault) ?? remembering(vault)
  vaults.set(vault, remembered)
  const rows = Object.fromEntries(pouredTables.map((table) => [table, []])) as unknown as Rows
  const pouring: Pouring = { ...share, vault: remembered, roll: dice(1680 + share.from), rows, counts: [], made: 0, adults: [], cases: [],
    today: dayIn(legalZone, share.now) }
  while (pouring.made < share.count) await household(pouring)
  return { rows, counts: pouring.counts, cases: pouring.cases }
}

async function household(pouring: Pouring): Promise<void> {
  const parent = await adult(pouring)
  const children = pouring.roll() < 0.25 ? 1 + Math.floor(pouring.roll() * 3) : 0
  const steps = ['who', 'details', ...(children ? ['children'] : []), 'agreements', 'sign', 'check']
  pouring.counts.push(...steps.map((of): Count => ({ what: 'reached', claim: parent.claim, day: dayIn(legalZone, parent.at), of, n: 1 })))
  draft(pouring, parent)
  for (let made = 0; made < children && pouring.made < pouring.count; made += 1) {
    const { personId, safe, at } = await child(pouring, parent)
    pouring.rows.representation.push({ person_id: personId, representative_id: parent.personId, relation: 'parent', authority: 'joint',
      declaration: safe.seal('representation.declaration', JSON.stringify({ sentence: 'Voorbeeld', at: parent.at.toISOString() })),
      declared_at: at })
  }
}

const draft = ({ vault, rows }: Pouring, { personId, claim, language, email, safe, at }: Poured) => rows.draft.push({
  person_id: personId, claim, language, purpose: 'join', email_index: vault.index('email', email),
  answers: safe.seal('draft.answers', '{}'), started_at: at, changed_at: at, confirmed_at: at, submitted_at: at,
})
