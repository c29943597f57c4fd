import type { Reached } from '#accounts/reach.ts'

/** What a representative still sees of a child whose data rights are its own: what was signed, receipts of leaving and letters to the court (GD-07, SE-08). */
const ofTheAgreement = new Set(['mandate', 'receipt-withdrawn', 'receipt-terminated', 'receipt-revoked', 'court-letter'])

/** Everything about a person in one file: it has a page of its own, which asks for a fresh proof. */
const notAmongDocuments = 'archive'

/** Whether an account may see a file of this kind of somebody it reaches. Answers about data go to whom the data rights belong to. */
export const maySeeFile = ({ dataRights }: Pick<Reached, 'dataRights'>, kind: string): boolean =>
  kind !== notAmongDocuments && (dataRights || ofTheAgreement.has(kind))
