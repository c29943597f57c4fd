import type { Count } from '#figures/tallies.ts'
import type { Safe, Vault } from '#platform/vault.ts'

export type Row = Record<string, unknown>
export type Rows = Record<(typeof pouredTables)[number], Row[]>

/** The tables that are poured, in the order in which their rows may be written. */
export const pouredTables = [
  'vault_key', 'participant', 'participant_flag', 'representation', 'participation', 'participation_end', 'suspension', 'signature',
  'mandate', 'capacity', 'stored_file', 'seal', 'fee', 'bank_account', 'draft', 'mail', 'mail_outcome', 'journal_entry', 'search_person',
  'search_term', 'match_term',
] as const

/**
 * A share of a world: the people from number `from` on, `count` of `total`, who joined in that order in the two months before `now`.
 * Entries of the journal are numbered after `entriesAfter`.
 */
export interface Share { from: number; count: number; total: number; now: Date; entriesAfter: number }

/** A share while it is being made. */
export interface Pouring extends Share {
  vault: Vault
  roll: () => number
  rows: Rows
  counts: Count[]
  /** How many people there are so far. */
  made: number
  /** The day of `now` in the legal zone. */
  today: string
  /** The adults so far, in the order in which they joined. */
  adults: Poured[]
  /** Those about whom the desk has something to look at. */
  cases: string[]
}

/** Somebody of a poured world, unsealed. */
export interface Poured {
  personId: string
  safe: Safe
  at: Date
  number: number
  language: 'en' | 'nl'
  email: string
  name: string
  family: string
  address: { street: string; postcode: string; city: string; country: string }
  birthDate: string
  claim: string
  /** The account of the use told. */
  account: string
  iban?: string | undefined
}
