import { jobKind } from '#platform/jobs.ts'

/** Typesets a letter to the court registry and keeps it among the documents. Done once; a repeat finds it prepared and stops. */
export const typesetCourtLetter = jobKind<{ personId: string; letterId: string }>('court.typeset-letter',
  { expireSeconds: 120, retryLimit: 2000 })
