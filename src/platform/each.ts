import { faultOf, type Log } from './log.ts'

/**
 * Does a job's act for each person, in turn. One that fails is logged by its id and does not stop the rest; at the end it throws, so that
 * the job is seen as failed. Answers how many acts said true.
 */
export async function forEachPerson<P extends { person_id: string }>(log: Log, job: string, persons: readonly P[],
  act: (person: P) => Promise<boolean>): Promise<number> {
  let [acted, failed] = [0, 0]
  for (const person of persons) {
    try {
      if (await act(person)) acted += 1
    } catch (error) {
      failed += 1
      log.error({ job, personId: person.person_id, fault: faultOf(error) }, 'failed for one person, going on')
    }
  }
  if (failed) throw new Error(`${job} failed for ${failed} of ${persons.length} persons; the log names them`)
  return acted
}
