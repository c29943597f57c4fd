import { jobKind } from '#platform/jobs.ts'

/** Builds the archive somebody asked for. */
export const buildArchive = jobKind<{ personId: string; archiveId: string }>('archives.build', { expireSeconds: 900 })
