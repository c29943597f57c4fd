import { jobKind } from '#platform/jobs.ts'

type Nothing = Record<string, never>

/** Builds the archive somebody asked for. */
export const buildArchive = jobKind<{ personId: string; archiveId: string }>('privacy.build-archive', { expireSeconds: 900 })
/** Erases the rest once the receipt is out. */
export const finishErasure = jobKind<{ personId: string }>('privacy.finish-erasure')
/** Writes erasures to the log outside the database. */
export const logErasures = jobKind<Nothing>('privacy.log-erasures')
/** The daily look at what is kept too long. */
export const retainDaily = jobKind<Nothing>('privacy.retain', { expireSeconds: 3600 })
