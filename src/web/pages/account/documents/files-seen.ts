import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'

/** What a representative still sees of a child whose data rights are its own: what was signed, and papers about it (GD-07, SE-08). */
const ofTheAgreement = new Set(['mandate', 'receipt-withdrawn', 'receipt-terminated', 'receipt-revoked', 'court-letter'])

/** Everything of a person in one file: it opens only from the page of one's own data, which asks for a fresh proof. */
const archive = 'archive'

/** Whether an account may see a file of this kind of somebody it reaches. Answers about data go to whom the data rights belong to. */
export const maySeeFile = (of: Pick<Reached, 'as' | 'age'>, kind: string): boolean =>
  kind !== archive && may(of, ofTheAgreement.has(kind) ? 'see-agreement' : 'decide-on-requests')
