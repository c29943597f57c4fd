import { jobKind } from '#platform/jobs.ts'

/** Publishes a draft at the moment somebody planned. */
export const publishPlanned = jobKind<{ plan: string }>('publishing.planned')
