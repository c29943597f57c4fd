import { Button } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { day } from '#words/formats.ts'
import type { Task } from '#casework/list-tasks.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { dayOf, personLink } from './who.ts'

/** Whose task it is, in words. */
export const taskFor = ({ t }: Desk, names: ReadonlyMap<string, string>, { forOrganiser, forRole }: Task): string =>
  (forRole ? t(`desk.task.role.${forRole}`) : names.get(forOrganiser!) ?? t('desk.person.who.organiser'))

const ofNotice: readonly Task['kind'][] = ['call', 'check-mended', 'more-time', 'cure-over']

/** What is to be done, in words; leads to the review or the notice that it is about. */
export function TaskName({ visit, task: { kind, personId, aboutId } }: { visit: Desk; task: Task }) {
  const name = visit.t(`desk.task.kind.${kind}`)
  const path =
    aboutId && kind === 'look-again' ? `/reviews/${aboutId}` : aboutId && ofNotice.includes(kind) ? `/deficiencies/${aboutId}` : ''
  return path ? <a href={personLink(visit, personId, path)}>{name}</a> : <>{name}</>
}

/** One press says that a task is done, or that it is not after all. */
export const TaskButton = ({ visit, task, back }: { visit: Desk; task: Task; back?: 'tasks' }) => (
  <form method="post" action={personLink(visit, task.personId, `/tasks/${task.id}`)}>
    {back && <input type="hidden" name="back" value={back} />}
    <Button kind="quiet" name="done" value={task.done ? 'no' : 'yes'}>{visit.t(task.done ? 'desk.task.undo' : 'desk.task.do')}
      <span class="visually-hidden">: {visit.t(`desk.task.kind.${task.kind}`)}</span></Button>
  </form>
)

/** What has to be done about somebody, and what was done. */
export function Tasks({ visit, file: { tasks, names, opened, today } }: { visit: Desk; file: CaseFile }) {
  const { t, language } = visit
  const notes = may(visit, 'people.note')
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('desk.person.tasks')}</h2>
      {tasks.length === 0 ? <p>{t('desk.person.tasksNone')}</p> : (
        <ul class="case-lines">{tasks.map((task) => (
          <li>
            <span>
              <strong><TaskName visit={visit} task={task} /></strong>{' '}
              {task.done ? t('desk.task.doneOn', { day: dayOf(visit, task.done.at),
                who: names.get(task.done.by) ?? t('desk.person.who.organiser') })
                : t(task.dueOn < today ? 'desk.task.late' : 'desk.task.due', { day: day(language, task.dueOn), who: taskFor(visit, names,
                  task) })}
              {opened?.text('task', task.id) && <span class="said">{opened.text('task', task.id)}</span>}
            </span>
            {notes && <TaskButton visit={visit} task={task} />}
          </li>
        ))}</ul>
      )}
    </section>
  )
}
