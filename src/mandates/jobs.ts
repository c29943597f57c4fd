import { jobKind } from '#platform/jobs.ts'

/** Typesets, seals, stores and mails one mandate. Done once; a repeat finds the seal and stops. */
export const sealMandate = jobKind<{ personId: string; mandateId: string }>('mandates.seal', { expireSeconds: 120, retryLimit: 2000 })
