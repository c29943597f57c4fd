import { jobKind } from '#platform/jobs.ts'

/** Chains what was journaled since the last batch. */
export const chainEntries = jobKind<Record<string, never>>('journal.chain', { expireSeconds: 600 })
