import type { Reached } from '#accounts/reach.ts'

/** What a representative still sees of a child whose data rights are its own: what was signed, and receipts of leaving (GD-07, SE-08). */
const ofTheAgreement = new Set(['mandate', 'leaving-receipt'])

/** Whether an account may see a file of this kind of somebody it reaches. Answers about data go to whom the data rights belong to. */
export const maySeeFile = ({ dataRights }: Pick<Reached, 'dataRights'>, kind: string): boolean => dataRights || ofTheAgreement.has(kind)
