import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { mailboxOf, postcodeKey, stemOf, streetKey } from './addresses.ts'
import type { Facts } from './facts.ts'
import { nameKey, soundWords } from './names.ts'

/** What people are found by. `word-birth`: each word of the name as it sounds, with the date of birth. */
export type TermKind = 'email' | 'account' | 'iban' | 'word-birth' | 'name-postcode' | 'birth-address' | 'email-stem'
export interface Term { kind: TermKind; term: Buffer }

/** Kinds that make pairs; a numbered address only tells of abuse. */
export const pairing: readonly TermKind[] = ['email', 'account', 'iban', 'word-birth', 'name-postcode', 'birth-address']

/** The keyed hashes of a person's values (AD-03). */
export function termsOf({ vault }: Pick<Ctx, 'vault'>, facts: Facts): Term[] {
  const { legalName, birthDate, email, address, accounts, iban } = facts
  const stem = email === undefined ? undefined : stemOf(email)
  const values: [TermKind, string][] = [
    ...(email === undefined ? [] : [['email', mailboxOf(email)] as [TermKind, string]]),
    ...(stem === undefined ? [] : [['email-stem', stem] as [TermKind, string]]),
    ...accounts.map((account): [TermKind, string] => ['account', account]),
    ...(iban === undefined ? [] : [['iban', iban] as [TermKind, string]]),
    ...[...new Set(soundWords(legalName))].slice(0, 8).map((word): [TermKind, string] => ['word-birth', `${word}/${birthDate}`]),
    ['name-postcode', `${nameKey(legalName)}/${postcodeKey(address)}`],
    ['birth-address', `${birthDate}/${streetKey(address)}`],
  ]
  return values.map(([kind, value]) => ({ kind, term: vault.index(`match.${kind}`, value) }))
}

/** Writes the terms of a person as they are now; those that are no longer true go. */
export async function keepTerms({ db }: Pick<Ctx, 'db'>, personId: string, terms: readonly Term[]): Promise<void> {
  const [kinds, values] = [terms.map(({ kind }) => kind), terms.map(({ term }) => term)]
  await sql`delete from match_term t where t.person_id = ${personId} and not exists (
    select from unnest(${kinds}::text[], ${values}::bytea[]) as n(kind, term) where n.kind = t.kind and n.term = t.term)`.execute(db)
  if (terms.length) await db.insertInto('match_term').values(terms.map((each) => ({ person_id: personId, ...each })))
    .onConflict((conflict) => conflict.doNothing()).execute()
}

/** Who shares a term with a person, at most `most` and one more for each term; more says only that it is shared by many. */
export async function sharersOf(
  { db }: Pick<Ctx, 'db'>,
  terms: readonly Term[], most: number,
): Promise<(Term & { personIds: string[] })[]> {
  if (!terms.length) return []
  const [kinds, values] = [terms.map(({ kind }) => kind), terms.map(({ term }) => term)]
  const { rows } = await sql<{ at: string; person_id: string }>`
    select n.at, t.person_id from unnest(${kinds}::text[], ${values}::bytea[]) with ordinality as n(kind, term, at)
    cross join lateral (select person_id from match_term where kind = n.kind and term = n.term limit ${most + 1}) t`.execute(db)
  return terms.map((term, place) => ({
    ...term, personIds: rows.filter((row) => Number(row.at) === place + 1).map((row) => row.person_id),
  }))
}
