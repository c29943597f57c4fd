import { faultOf, type Log } from './log.ts'

/**
 * Does a job's act for each person, in turn. One that fails is logged by its id and does not stop the rest; at the end it throws, so that the job
 * is seen as failed. Answers how many acts said true.
 */
export async function forEachPerson(log: Log, job: string, personIds: readonly string[], act: (personId: string) => Promise<boolean>): Promise<number> {
  let [acted, failed] = [0, 0]
  for (const personId of personIds) {
    try {
      if (await act(personId)) acted += 1
    } catch (error) {
      failed += 1
      log.error({ job, personId, fault: faultOf(error) }, 'failed for one person, going on')
    }
  }
  if (failed) throw new Error(`${job} failed for ${failed} of ${personIds.length} persons; the log names them`)
  return acted
}
