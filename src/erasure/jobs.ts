import { jobKind } from '#platform/jobs.ts'

type Nothing = Record<string, never>

/** Erases the rest once the receipt is out. */
export const finishErasure = jobKind<{ personId: string }>('erasure.finish')
/** Writes erasures to the log outside the database. */
export const logErasures = jobKind<Nothing>('erasure.log')
