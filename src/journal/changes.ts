import type { JournalEvent } from './events.ts'

/** By what somebody is found in the list; what of somebody is compared with others (AD-03); what signs of abuse rest on (AD-05). */
export type Change = 'listing' | 'likeness' | 'signs'

const all = ['listing', 'likeness', 'signs'] as const

/**
 * What happened changes this of the person it happened to: who follows the journal looks at the person anew. An event that is not here
 * changes none of it.
 */
const changes: Partial<Record<JournalEvent, readonly Change[]>> = {
  'accounts.bank-account-entered': ['likeness', 'signs'],
  'accounts.own-access': ['listing'],
  'participants.admitted': all,
  'participants.joined': ['listing'],
  'participants.flagged': ['listing'],
  'participants.corrected': all,
  'participants.request-consent': ['listing'],
  'participants.terms-renewed': ['listing'],
  'guardians.declared': ['listing', 'likeness'],
  'guardians.answered': ['listing'],
  'guardians.suspended': ['listing'],
  'guardians.ended': ['listing'],
  'guardians.lifted': ['listing'],
  'mandates.granted': all,
  'mandates.sealed': ['listing', 'signs'],
  'mandates.revoked': ['listing'],
  'joining.submitted': ['listing'],
  'leaving.ended': all,
  'leaving.revoked': ['listing'],
  'coming-of-age.noticed': ['listing'],
  'erasure.asked': all,
  'erasure.erased': all,
  'erasure.restricted': all,
  'erasure.erased-again': all,
  'erasure.reviewed': all,
  'erasure.not-me': all,
  'retention.retained': ['listing'],
  'bulk.applied': ['listing'],
  'bulk.taken-back': ['listing'],
  'duplicates.merged': ['listing'],
  'duplicates.unmerged': ['listing'],
  'signals.decided': ['listing'],
  'casework.decided': ['listing'],
  'casework.undone': ['listing'],
  'casework.objected': ['listing'],
  'casework.objection-ended': ['listing'],
  'deficiencies.sent': ['listing'],
  'deficiencies.answered': ['listing'],
  'deficiencies.extended': ['listing'],
}

/** Whether an event changes anything that is followed. */
export const isFollowed = (event: JournalEvent): boolean => changes[event] !== undefined

/** The people of whom these entries changed something, each once. */
export const changedBy = (entries: readonly { event: JournalEvent; personId: string | null }[], what: Change): string[] =>
  [...new Set(entries.flatMap(({ event, personId }) => (personId !== null && changes[event]?.includes(what) ? [personId] : [])))]
