import { randomUUID } from 'node:crypto'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { giveTask } from '#casework/tasks.ts'
import { keepText } from '#casework/texts.ts'
import { record } from '#journal/record.ts'
import { lockPersons } from '#participants/lock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { findNotice, type CureAnswer } from './notices.ts'

/** So often one may answer before the desk has looked. */
const mostAnswers = 3

/**
 * The participant, or who acts for it, says that what was wrong is mended, or asks for more time; the case handlers get the task to look.
 * Also after the last day: what is mended late is looked at too, while nothing was decided. Refused: `no-open-notice`, `answer-empty`,
 * `answer-often` after three answers to one term.
 */
export async function answerNotice(ctx: Ctx, personId: string,
  { noticeId, answer, words }: { noticeId: string; answer: CureAnswer['answer']; words: string }) {
  if (!words.trim()) return refused('answer-empty')
  await lockPersons(ctx, [personId])
  const notice = await findNotice(ctx, personId, noticeId)
  if (!notice || notice.outcome) return refused('no-open-notice')
  const since = notice.extensions.at(-1)?.at ?? notice.sentAt
  if (notice.answers.filter(({ at }) => at >= since).length >= mostAnswers) return refused('answer-often')
  const id = randomUUID()
  await ctx.db.insertInto('deficiency_answer')
    .values({ person_id: personId, notice_id: noticeId, id, answer, actor: ctx.actor, answered_at: ctx.now }).execute()
  await keepText(ctx, personId, { id, about: 'answer', text: words })
  await record(ctx, 'deficiencies.answered', personId, { noticeId, answer })
  const kind = answer === 'mended' ? 'check-mended' : 'more-time'
  const open = (await listTasksAbout(ctx, personId)).some((task) => task.kind === kind && task.aboutId === noticeId && !task.done)
  if (!open) await giveTask(ctx, personId, { kind, to: { role: 'case-handler' }, aboutId: noticeId })
  return done()
}
