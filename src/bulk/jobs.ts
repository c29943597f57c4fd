import { jobKind } from '#platform/jobs.ts'

/** Goes on with a bulk act: fixes the set of people, then answers for some thousand of them and queues itself again. */
export const goOnWithBulk = jobKind<{ planId: string }>('bulk.go-on', { expireSeconds: 1800 })
