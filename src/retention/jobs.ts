import { jobKind } from '#platform/jobs.ts'

/** The daily look at what is kept too long. */
export const retainDaily = jobKind<Record<string, never>>('retention.retain', { expireSeconds: 3600 })
