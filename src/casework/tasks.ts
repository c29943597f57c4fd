import { randomUUID } from 'node:crypto'
import { workingDaysAfter } from '#deadlines/working-days.ts'
import { record } from '#journal/record.ts'
import { listOrganisers } from '#organisers/queries.ts'
import type { Role } from '#organisers/roles.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { organiserOf } from './open-record.ts'
import { taskDays, type TaskKind } from './reasons.ts'
import { keepText } from './texts.ts'

export interface GivenTask {
  kind: TaskKind
  to: { role: Role } | { organiserId: string }
  /** `YYYY-MM-DD`; computed from the kind where nobody chose a day. */
  dueOn?: string | undefined
  text?: string | undefined
  /** The row that it is about, whose settling closes it: a suspension, a notice, a review, a mail. */
  aboutId?: string | undefined
}

/** Gives somebody at the desk something to do about a person. Refused: `task-organiser-unknown`, `due-in-the-past`. */
export async function giveTask(ctx: Ctx, personId: string, { kind, to, dueOn, text, aboutId }: GivenTask) {
  const today = dayIn(legalZone, ctx.now)
  const due = dueOn ?? workingDaysAfter(today, taskDays[kind])
  if (due < today) return refused('due-in-the-past')
  const organiserId = 'organiserId' in to ? to.organiserId : undefined
  if (organiserId !== undefined && (await listOrganisers(ctx, [organiserId])).length === 0) return refused('task-organiser-unknown')
  const taskId = randomUUID()
  await ctx.db.insertInto('case_task').values({
    person_id: personId, id: taskId, kind, for_organiser: organiserId ?? null, for_role: 'role' in to ? to.role : null, due_on: due,
    about_id: aboutId ?? null, actor: ctx.actor, given_at: ctx.now,
  }).execute()
  await keepText(ctx, personId, { id: taskId, about: 'task', text })
  await record(ctx, 'casework.task-given', personId, { taskId, kind, dueOn: due })
  return done({ taskId, dueOn: due })
}

/** Says that a task is done, or that it is not after all. Refused: `no-task`, `nothing-changed`. */
export async function markTask(ctx: Ctx, personId: string, { taskId, isDone }: { taskId: string; isDone: boolean }) {
  const task = await ctx.db.selectFrom('case_task').select('done_at').where('person_id', '=', personId).where('id', '=', taskId).forUpdate()
    .executeTakeFirst()
  if (!task) return refused('no-task')
  if ((task.done_at !== null) === isDone) return refused('nothing-changed')
  await ctx.db.updateTable('case_task').set(isDone ? { done_by: organiserOf(ctx), done_at: ctx.now } : { done_by: null, done_at: null })
    .where('person_id', '=', personId).where('id', '=', taskId).execute()
  await record(ctx, isDone ? 'casework.task-done' : 'casework.task-undone', personId, { taskId })
  return done()
}

/** Says of every open task about a row that it is done, because the row is settled; of some kinds only where they are named. */
export async function closeTasks(ctx: Ctx, personId: string, aboutId: string, kinds?: readonly TaskKind[]): Promise<void> {
  const open = await ctx.db.selectFrom('case_task').select(['id', 'kind']).where('person_id', '=', personId)
    .where('about_id', '=', aboutId).where('done_at', 'is', null).execute()
  for (const { id, kind } of open) {
    if (!kinds || kinds.includes(kind as TaskKind)) await markTask(ctx, personId, { taskId: id, isDone: true })
  }
}

/** Takes back a task that nobody has done. Refused: `no-task`, `task-done`. */
export async function withdrawTask(ctx: Ctx, personId: string, taskId: string) {
  const task = await ctx.db.selectFrom('case_task').select('done_at').where('person_id', '=', personId).where('id', '=', taskId).forUpdate()
    .executeTakeFirst()
  if (!task) return refused('no-task')
  if (task.done_at !== null) return refused('task-done')
  await ctx.db.deleteFrom('case_task').where('person_id', '=', personId).where('id', '=', taskId).execute()
  await ctx.db.deleteFrom('case_text').where('person_id', '=', personId).where('id', '=', taskId).where('about', '=', 'task').execute()
  await record(ctx, 'casework.task-withdrawn', personId, { taskId })
  return done()
}
