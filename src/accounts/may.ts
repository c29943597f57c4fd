import type { Reached } from './reach.ts'

/** What somebody may see or do with a file in the account. */
export const acts = [
  /** Signed papers, fee, terms, state. */
  'see-agreement',
  'see-messages',
  'correct-details',
  'change-bank-account',
  /** The e-mail address and passkeys: of a child, its own only. */
  'change-way-in',
  /** Take a copy of all data along (art. 15, 20). */
  'take-data',
  /** Ask for erasure (art. 17). */
  'erase-data',
  /** Agree to requests about the data, take that back, receive the answers. */
  'decide-on-requests',
  /** Withdraw, end, take back a power: what the law asks civil capacity for (art. 1:234 BW). */
  'leave',
  /** Sign: anew, for another claim. */
  'sign',
  /** Invite the other parent or the child, give up. */
  'act-as-representative',
] as const
export type Act = (typeof acts)[number]

/** Where somebody stands to a file: whose it is, and who acts for whom, by age (domain 2.5). */
export type Standing = 'adult' | 'own-from-16' | 'own-under-16' | 'represents-under-16' | 'represents-from-16'

/** The standing that follows from who one is to the file, and from the age of its person. */
export function standingOf({ as, age }: Pick<Reached, 'as' | 'age'>): Standing {
  if (as !== 'self') return age < 16 ? 'represents-under-16' : 'represents-from-16'
  if (age >= 18) return 'adult'
  return age >= 16 ? 'own-from-16' : 'own-under-16'
}

const table: Record<Standing, readonly Act[]> = {
  'adult': acts.filter((act) => act !== 'act-as-representative'),
  'own-from-16': ['see-agreement', 'see-messages', 'correct-details', 'change-way-in', 'take-data', 'erase-data', 'decide-on-requests'],
  'own-under-16': ['see-agreement', 'see-messages', 'change-way-in'],
  'represents-under-16': acts.filter((act) => act !== 'change-way-in'),
  // The agreement stays with who signed it until 18; data, requests and messages are the child's (GD-07, SE-08).
  'represents-from-16': ['see-agreement', 'correct-details', 'change-bank-account', 'leave', 'sign', 'act-as-representative'],
}

/** Whether the account may do this with this file (domain 2.5, GD-07, SE-08). Of whom it does not reach there is nothing to ask. */
export const may = (reached: Pick<Reached, 'as' | 'age'>, act: Act): boolean => table[standingOf(reached)].includes(act)
