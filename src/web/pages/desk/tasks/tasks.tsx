import { listOpenTasks, type TaskKey } from '#casework/list-tasks.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { legalZone } from '#participants/age.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { page } from '#web/page.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { TaskButton, taskFor, TaskName } from '#web/pages/desk/people/person/tasks.tsx'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'

const views = ['mine', 'roles', 'all'] as const
const pageSize = 50

const readKey = (text: string | null): TaskKey | undefined => {
  const [, dueOn, id] = /^(\d{4}-\d\d-\d\d)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return dueOn && id ? { dueOn, id } : undefined
}

/** What there is to do: for me, for my roles, for everybody; soonest first. */
export const tasksPage = page('/:lang{en|nl}/desk/tasks', {
  who: 'organiser', act: 'people.note',
  async show(visit) {
    const { t, ctx, language, organiser, query, homeLink } = visit
    const view = views.find((each) => each === query.get('of')) ?? 'mine'
    const of = view === 'mine' ? { organiserId: organiser.personId } : view === 'roles' ? { roles: organiser.roles } : 'all' as const
    const tasks = await listOpenTasks(ctx, of, { after: readKey(query.get('after')), limit: pageSize + 1 })
    const shown = tasks.slice(0, pageSize)
    const [people, organisers] = await Promise.all([
      listPersons(ctx, [...new Set(shown.map(({ personId }) => personId))]),
      listOrganisers(ctx, [...new Set(shown.flatMap(({ forOrganiser }) => forOrganiser ?? []))]),
    ])
    const names = new Map(organisers.map(({ personId, name }) => [personId, name]))
    const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.legalName ?? t('desk.person.erased')
    const today = dayIn(legalZone, ctx.now)
    const last = tasks.length > pageSize && shown.at(-1)
    return deskPageOf(visit, { title: t('desk.tasks.title'), children: (
      <>
        <nav aria-label={t('desk.tasks.views')}><ul class="links">
          {views.map((each) => (
            <li>
              <a href={homeLink(`/desk/tasks?of=${each}`)} {...(each === view && { 'aria-current': 'page' })}>{t(`desk.tasks.${each}`)}</a>
            </li>
          ))}
        </ul></nav>
        {shown.length === 0 ? <p>{t('desk.tasks.none')}</p> : (
          <DeskTable label={t('desk.tasks.title')} caption={t(`desk.tasks.${view}`)}>
            <thead><tr>
              {(['due', 'what', 'about', 'for', 'press'] as const).map((name) => <th scope="col">{t(`desk.tasks.${name}`)}</th>)}
            </tr></thead>
            <tbody>{shown.map((task) => (
              <tr>
                <td>{day(language, task.dueOn)}{task.dueOn < today && <strong>{` (${t('desk.tasks.late')})`}</strong>}</td>
                <td><TaskName visit={visit} task={task} /></td>
                <th scope="row"><a href={personLink(visit, task.personId)}>{nameOf(task.personId)}</a></th>
                <td>{taskFor(visit, names, task)}</td>
                <td><TaskButton visit={visit} task={task} back="tasks" /></td>
              </tr>
            ))}</tbody>
          </DeskTable>
        )}
        {last && (
          <p class="pager"><a href={homeLink(`/desk/tasks?of=${view}&after=${last.dueOn}.${last.id}`)}>{t('desk.tasks.next')}</a></p>
        )}
      </>
    ) })
  },
})
