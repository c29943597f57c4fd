import { jobKind } from '#platform/jobs.ts'

/** Chains what was journaled since the last batch. */
export const chainEntries = jobKind<Record<string, never>>('journal.chain', { expireSeconds: 600 })

/** Looks at the whole chain; goes on where it stopped. */
export const verifyChain = jobKind<{ checkId: string }>('journal.verify', { expireSeconds: 3600 })
