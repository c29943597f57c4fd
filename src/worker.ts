import { sweepAccounts, sweepAsked } from '#accounts/jobs.ts'
import { build } from '#archives/build-archive.ts'
import { buildArchive } from '#archives/jobs.ts'
import { typesetCourtLetter } from '#court/jobs.ts'
import { typesetLetter } from '#court/typeset-letter.ts'
import { goOn } from '#bulk/go-on.ts'
import { goOnWithBulk } from '#bulk/jobs.ts'
import { askToWrite, lookForBounced } from '#casework/bounced.ts'
import { birthdays, lookAtBirthdays } from '#coming-of-age/jobs.ts'
import { lookAtNotices, lookAtOpenNotices } from '#deficiencies/jobs.ts'
import { followForDuplicates, lookForDuplicates } from '#duplicates/jobs.ts'
import { finish } from '#erasure/finish-erasure.ts'
import { finishErasure, logErasures } from '#erasure/jobs.ts'
import { log } from '#erasure/log-erasures.ts'
import { keepTallies, tally } from '#figures/jobs.ts'
import { redrive, setGoing } from '#figures/retry-jobs.ts'
import { sweep, sweepIdentity } from '#identity/jobs.ts'
import { check, checkNightly } from '#journal/check.ts'
import { wakeFollowers } from '#journal/wake.ts'
import { chainEntries, verifyChain, verifyNightly } from '#journal/jobs.ts'
import { keepJournal } from '#journal-alarm.ts'
import { eraseDrafts, eraseStale, remind, remindDrafts } from '#joining/jobs.ts'
import { erasing } from '#joining/unfinished.ts'
import { forgetAsked } from '#leaving/ask-withdrawal.ts'
import { keepReceipt, sweepWithdrawals } from '#leaving/jobs.ts'
import { typesetReceipt } from '#leaving/keep-receipt.ts'
import { sealMandate } from '#mandates/jobs.ts'
import { seal } from '#mandates/seal.ts'
import { sweepStrangers, sweepUnknown } from '#participants/jobs.ts'
import { sweepFiles } from '#platform/files/stored.ts'
import { jobKind } from '#platform/jobs.ts'
import type { JobKind } from '#platform/jobs.ts'
import { mailSend } from '#platform/mail/queue.ts'
import { sendMail } from '#platform/mail/send.ts'
import { followForSignals } from '#signals/jobs.ts'
import { ctxOf } from '#platform/world.ts'
import type { World } from '#platform/world.ts'
import { carryOutPlan } from '#publishing/plans/carry-out-plan.ts'
import { publishPlanned } from '#publishing/plans/jobs.ts'
import { retainDaily } from '#retention/jobs.ts'
import { retain } from '#retention/retain.ts'
import { followJournal, listFollowed, nightlySearch, searchNightly } from '#search/jobs.ts'

type Nothing = Record<string, never>

export interface Job {
  kind: JobKind<object>
  run(world: World, payload: object): Promise<unknown>
  /** How many at a time in one process. */
  concurrency: number
}

const job = <P extends object>(kind: JobKind<P>, run: (world: World, payload: P) => Promise<unknown>, concurrency = 4): Job =>
  ({ kind: kind as JobKind<object>, run: run as Job['run'], concurrency })

const sweepStoredFiles = jobKind<Nothing>('files.sweep', { expireSeconds: 3600 })

/** Who follows the journal; each reads on by itself every minute as well. */
const followers: readonly JobKind<Nothing>[] = [listFollowed, lookForDuplicates, keepTallies]

async function haveRead(world: World): Promise<void> {
  for (const follower of followers) await world.jobs.queue(world.db, follower, {})
}

/** Every kind of job, and who does it. */
export const jobs: readonly Job[] = [
  job(sealMandate, seal, 8),
  job(mailSend, sendMail),
  job(remindDrafts, remind, 1),
  job(eraseDrafts, eraseStale, 1),
  job(chainEntries, keepJournal, 1),
  job(verifyChain, check, 1),
  job(verifyNightly, checkNightly, 1),
  job(keepTallies, tally, 1),
  job(wakeFollowers, haveRead, 1),
  job(redrive, setGoing, 1),
  job(birthdays, lookAtBirthdays, 1),
  job(lookAtNotices, lookAtOpenNotices, 1),
  job(lookForBounced, askToWrite, 1),
  job(sweepIdentity, sweep, 1),
  job(sweepAccounts, sweepAsked, 1),
  job(sweepStrangers, sweepUnknown, 1),
  job(keepReceipt, typesetReceipt),
  job(typesetCourtLetter, typesetLetter),
  job(sweepWithdrawals, (world) => forgetAsked(ctxOf(world)), 1),
  job(buildArchive, build, 2),
  job(finishErasure, finish),
  job(logErasures, log, 1),
  job(lookForDuplicates, async (world) => (await followForDuplicates(world)) + (await followForSignals(world)), 1),
  job(retainDaily, (world) => retain(world), 1),
  job(goOnWithBulk, goOn, 2),
  job(publishPlanned, carryOutPlan, 1),
  job(sweepStoredFiles, sweepFiles, 1),
  job(listFollowed, (world) => followJournal(world), 1),
  job(nightlySearch, (world) => searchNightly(world), 1),
]

/** What happens by itself, and when (minute, hour, day, month, weekday; Amsterdam time). */
export const timetable: readonly { name: string; when: string; kind: JobKind<Nothing> }[] = [
  { name: 'chain-journal', when: '* * * * *', kind: chainEntries },
  { name: 'verify-journal', when: '20 3 * * *', kind: verifyNightly },
  { name: 'tally', when: '* * * * *', kind: keepTallies },
  { name: 'remind-drafts', when: '15 9 * * *', kind: remindDrafts },
  { name: 'erase-drafts', when: `${erasing.minute} ${erasing.hour} * * *`, kind: eraseDrafts },
  { name: 'search-follow', when: '* * * * *', kind: listFollowed },
  { name: 'search-nightly', when: '10 0 * * *', kind: nightlySearch },
  { name: 'birthdays', when: '40 8 * * *', kind: birthdays },
  { name: 'deficiencies', when: '5 9 * * *', kind: lookAtNotices },
  { name: 'bounced', when: '*/10 * * * *', kind: lookForBounced },
  { name: 'sweep-identity', when: '40 * * * *', kind: sweepIdentity },
  { name: 'sweep-accounts', when: '50 3 * * *', kind: sweepAccounts },
  { name: 'sweep-strangers', when: '30 3 * * *', kind: sweepStrangers },
  { name: 'sweep-withdrawals', when: '50 * * * *', kind: sweepWithdrawals },
  { name: 'log-erasures', when: '*/5 * * * *', kind: logErasures },
  { name: 'look-for-duplicates', when: '* * * * *', kind: lookForDuplicates },
  { name: 'retain', when: '50 3 * * *', kind: retainDaily },
  { name: 'sweep-files', when: '20 4 * * 0', kind: sweepStoredFiles },
]

/** Starts taking jobs; stopping the queue of `world` ends it. */
export async function startWorker(world: World): Promise<void> {
  for (const { kind, run, concurrency } of jobs) await world.jobs.work(kind, async (payload) => void (await run(world, payload)),
    { concurrency })
  for (const { name, when, kind } of timetable) await world.jobs.schedule(name, when, kind)
  await world.jobs.keepSchedules(timetable.map(({ name }) => name))
}
