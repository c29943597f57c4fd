import { giveTask } from '#casework/tasks.ts'
import { dataRequestTerm } from '#deadlines/data-request.ts'
import type { ErasureAsked } from '#erasure/propose-erasure.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import type { Ground } from '#web/page.ts'

/** The day by which who asked to be erased must have an answer, in words; undefined where nobody asked (art. 12(3), (4) GDPR). */
export const answerDue = ({ t, language }: Pick<Ground, 't' | 'language'>, { cameBy, askedOn }: ErasureAsked): string | undefined =>
  (cameBy === 'found' ? undefined : t('desk.erasures.answerDue', { day: day(language, dataRequestTerm(askedOn).dueOn) }))

/**
 * Gives the case handlers the task to answer who asked. It goes with the person when the erasure is carried out; when it is declined, or
 * nobody decides in time, it stays until somebody has written why and how to complain (art. 12(4) GDPR).
 */
export async function giveAnswerTask(visit: Pick<Ground, 't' | 'language' | 'ctx'>, personId: string, asked: ErasureAsked): Promise<void> {
  const text = answerDue(visit, asked)
  if (text === undefined) return
  const today = dayIn(legalZone, visit.ctx.now)
  const { internalDueOn } = dataRequestTerm(asked.askedOn)
  await giveTask(visit.ctx, personId, {
    kind: 'write', to: { role: 'case-handler' }, dueOn: internalDueOn < today ? today : internalDueOn, text,
  })
}
