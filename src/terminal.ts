import type { ListedJob } from '#platform/job-list.ts'
import { transact } from '#platform/world.ts'
import { makeFirstLink } from '#organisers/entrance/first-link.ts'
import { giveUpAdministrators } from '#organisers/entrance/give-up-administrators.ts'
import { countDue } from '#retention/retention.ts'
import { listRuns, retain } from '#retention/retain.ts'
import type { OpenGround } from '#world.ts'

/** A line on the terminal. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`)

/** What is kept too long, and what was let go last. */
export async function showRetention(ground: OpenGround): Promise<void> {
  for (const { line, due } of await countDue(ground))
    tell(`${String(due).padStart(8)}  ${line.name}: ${line.keep}${'by' in line ? ` (job ${line.by.name})` : ''}`)
  for (const run of await listRuns(ground))
    tell(`Last run of "${run.line}": ${run.started_at.toISOString()}, ${run.acted} let go${run.finished_at ? '' : ', not finished'}`)
  tell('Nothing was changed. --apply lets go what no job of its own does.')
}

/** Lets go now. */
export async function applyRetention(ground: OpenGround): Promise<void> {
  await retain(ground, ({ line, acted }) => tell(`${String(acted).padStart(8)}  ${line}`))
}

/** Jobs with what went wrong; no payload holds more than ids. */
export function listJobs(title: string, jobs: ListedJob[]) {
  tell(`${title}: ${jobs.length || 'none'}`)
  for (const { kind, queuedAt, tries, payload, fault } of jobs) {
    tell(`  ${kind}  queued ${queuedAt.toISOString()}  tries ${tries}  ${JSON.stringify(payload)}`)
    if (fault) tell(`    ${[fault.name, fault.code, fault.message].filter(Boolean).join(' ')} ${fault.at?.[0] ?? ''}`)
  }
}

/** The first link, or why there is none; with `lost` every administrator's way in is given up before. Answers whether there is one. */
export async function tellFirstLink(ground: OpenGround, lost: boolean): Promise<boolean> {
  const given = lost ? await transact(ground, giveUpAdministrators, 'operator') : 0
  if (given) tell(`Administrators without a way in now: ${given}. Invite those who stay anew.`)
  const token = await transact(ground, makeFirstLink, 'operator')
  tell(token ? `${ground.config.publicOrigin}/en/desk/first/${token}`
    : 'Somebody administers the desk: they invite others there. When none of them can get in: --lost')
  return token !== undefined
}
