/** Everything the journal can say, room by room. */
export const journalEvents = [
  'claims.published',
  'identity.code-sent',
  'identity.address-proven',
  'identity.signed-in',
  'participants.admitted',
  'participants.flagged',
  'guardians.declared',
  'mandates.granted',
  'mandates.sealed',
  'mandates.revoked',
  'fees.owed',
  'fees.waived',
  'joining.started',
  'joining.details-given',
  'joining.agreed',
  'joining.signed',
  'joining.submitted',
  'joining.reminded',
  'joining.erased',
] as const
export type JournalEvent = (typeof journalEvents)[number]
