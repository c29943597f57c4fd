import * as z from 'zod'
import { givenKinds, type TaskKind } from '#casework/reasons.ts'
import { giveTask, markTask } from '#casework/tasks.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { mayDo, roles, type Role } from '#organisers/roles.ts'
import { isId } from '#platform/id.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { DateField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { datePartsOf, dayTyped, errorAt, typedAt } from '#web/parts/typed.ts'
import { lines } from './form-parts.tsx'
import { doneAt, subjectOf } from './subject.ts'

/** Roles that a task about a participant may be for: those that may see tasks. */
const working: readonly Role[] = roles.filter((role) => mayDo([role], 'people.note'))

/** Gives somebody at the desk something to do about a person. */
export const taskPage = page('/:lang{en|nl}/desk/people/:person/tasks', {
  who: 'organiser', act: 'people.note',
  form: z.object({ kind: z.enum(givenKinds as [TaskKind, ...TaskKind[]], { error: () => because('task-kind-missing') }),
    to: z.string({ error: () => because('task-to-missing') }).min(1, { error: because('task-to-missing') }), text: lines }),
  async show(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { t, organiser } = visit
    const others = (await listOrganisers(visit.ctx)).filter((each) => each.personId !== organiser.personId && !each.suspended
      && mayDo(each.roles, 'people.note'))
    return deskPageOf(visit, { title: t('desk.task.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <form method="post" action={visit.path} novalidate>
          <SelectField t={t} name="kind" label={t('desk.task.what')} empty={t('desk.person.choose')} error={errorAt(visit, 'kind')}
            value={typedAt(visit, 'kind')} choices={givenKinds.map((value) => ({ value, label: t(`desk.task.kind.${value}`) }))} />
          <SelectField t={t} name="to" label={t('desk.task.who')} empty={t('desk.person.choose')} error={errorAt(visit, 'to')}
            value={typedAt(visit, 'to')}
            choices={[{ value: organiser.personId, label: t('desk.task.me') }, ...working.map((value) => ({ value,
              label: t(`desk.task.role.${value}`) })),
              ...others.map(({ personId, name }) => ({ value: personId, label: name }))]} />
          <DateField t={t} name="due" label={t('desk.task.when')} hint={t('desk.task.whenHint')} optional error={errorAt(visit, 'due')}
            value={datePartsOf(visit, 'due')} />
          <TextField t={t} name="text" rows={3} label={t('desk.task.words')} optional error={errorAt(visit, 'text')} value={typedAt(visit,
            'text')} maxlength={4000} />
          <Actions><Button busy={t('join.busy')}>{t('desk.task.give')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { kind, to, text } = visit.sent
    const dueOn = dayTyped(visit, 'due')
    if (dueOn === undefined) return again({ due: 'date-wrong' })
    const role = working.find((each) => each === to)
    if (!role && !isId(to)) return again({ to: 'task-to-missing' })
    const given = await giveTask(visit.ctx, person.personId, {
      kind, to: role ? { role } : { organiserId: to }, dueOn: dueOn || undefined, text,
    })
    if (given.ok) return doneAt(visit, person.personId, 'task')
    return again(given.because === 'due-in-the-past' ? { due: given.because } : { to: given.because })
  },
})

/** Says that a task is done, or that it is not after all. */
export const markTaskPage = page('/:lang{en|nl}/desk/people/:person/tasks/:task', {
  who: 'organiser', act: 'people.note',
  form: z.object({ done: z.enum(['yes', 'no']).catch('yes'), back: z.string().optional() }),
  async show(visit) {
    const person = await subjectOf(visit)
    return person ? goTo(personLink(visit, person.personId)) : missing
  },
  async send(visit) {
    const { task } = visit.params
    const person = await subjectOf(visit)
    if (!person || !isId(task)) return missing
    const marked = await markTask(visit.ctx, person.personId, { taskId: task, isDone: visit.sent.done === 'yes' })
    if (!marked.ok && marked.because === 'no-task') return missing
    return visit.sent.back === 'tasks' ? goTo(visit.homeLink('/desk/tasks')) : doneAt(visit, person.personId, 'task')
  },
})
