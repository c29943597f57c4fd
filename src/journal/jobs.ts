import { jobKind } from '#platform/jobs.ts'

/** Chains what was journaled since the last batch, and signs the link. */
export const chainEntries = jobKind<Record<string, never>>('journal.chain', { expireSeconds: 600 })

/** Asks for a look at the whole chain, every night. */
export const verifyNightly = jobKind<Record<string, never>>('journal.verify-nightly', { expireSeconds: 60 })

/** Looks at the whole chain; goes on where it stopped. */
export const verifyChain = jobKind<{ checkId: string }>('journal.verify', { expireSeconds: 3600 })
