import { bulkActs } from '#bulk/acts.ts'
import { undoReasons } from '#casework/reasons.ts'
import { listTold, type Plan } from '#bulk/plans.ts'
import { isUnderWay, ordersIn, type Progress } from '#bulk/progress.ts'
import { listPersons } from '#participants/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { DataTable, Notice } from '#web/parts/blocks.tsx'
import { SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { becauseWords, organiserNames, valueWords, type Desk } from './bulk-words.tsx'

/** How far a run is: a bar, its numbers, when it will be over. */
export function Bar({ visit, progress }: { visit: Desk; progress: Progress }) {
  const { t, language } = visit
  const back = progress.state.startsWith('und')
  const all = back ? progress.done : progress.people
  const answered = all - progress.left
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title">{t('desk.bulk.progress')}</h2>
      <p class="bulk-bar">
        <progress max={Math.max(all, 1)} value={progress.gatheredAt ? answered : 0} aria-labelledby="progress-title" />
        <span>{progress.gatheredAt ? t('desk.bulk.answered', { answered: number(language, answered), all: number(language, all) }) : t('desk.bulk.gathering')}</span>
      </p>
      {progress.expectedEnd && <p>{t('desk.bulk.expectedEnd', { time: dayAndTime(language, progress.expectedEnd) })}</p>}
      <dl class="desk-facts">
        <div><dt>{t('desk.bulk.stands')}</dt><dd>{t(`desk.bulk.state.${progress.state}`)}</dd></div>
        <div><dt>{t('desk.bulk.done')}</dt><dd>{number(language, progress.done)}</dd></div>
        <div><dt>{t('desk.bulk.refused')}</dt><dd>{number(language, progress.refused)}</dd></div>
        <div><dt>{t('desk.bulk.failed')}</dt><dd>{number(language, progress.failed)}</dd></div>
        <div><dt>{t('desk.bulk.left')}</dt><dd>{number(language, progress.left)}</dd></div>
        {back && <div><dt>{t('desk.bulk.undone')}</dt><dd>{number(language, progress.undone)}</dd></div>}
        {back && <div><dt>{t('desk.bulk.kept')}</dt><dd>{number(language, progress.kept)}</dd></div>}
      </dl>
      {isUnderWay(progress.state) && <Refreshing visit={visit} />}
    </section>
  )
}

/** The page loads again by itself; whoever is read to, or reads slowly, can stop that (WCAG 2.2.2). */
function Refreshing({ visit: { t, path, query } }: { visit: Desk }) {
  if (query.has('still')) return <p><a href={`${path}?still`}>{t('desk.bulk.reload')}</a></p>
  return (
    <>
      <page-refresh seconds={4} />
      <p>{t('desk.bulk.refreshes')} <a href={`${path}?still`}>{t('desk.bulk.refreshStop')}</a></p>
    </>
  )
}

/** Pause, go on, stop: what makes sense now and the reader may. */
export function Orders({ visit, plan: { id }, progress }: { visit: Desk; plan: Plan; progress: Progress }) {
  const { t, homeLink } = visit
  const words = ordersIn[progress.state].filter((word) => word !== 'undo')
  if (!may(visit, 'bulk.steer') || !words.length) return null
  return (
    <form method="post" action={homeLink(`/desk/bulk/${id}/order`)}><Actions>
      {words.map((word) => <Button kind={word === 'go-on' ? 'primary' : word === 'stop' ? 'danger' : 'secondary'} name="word" value={word}>{t(`desk.bulk.order.${word}`)}</Button>)}
    </Actions></form>
  )
}

/** Taking a run back, where that can be done: why, and what the people it told are told now. */
export function TakeBack({ visit, plan: { id, act }, progress }: { visit: Desk; plan: Plan; progress: Progress }) {
  const { t, homeLink } = visit
  const { undoing } = bulkActs[act]
  if (!may(visit, 'bulk.steer') || undoing === 'never' || !ordersIn[progress.state].includes('undo') || !progress.done) return null
  return (
    <section aria-labelledby="undo-title">
      <h2 id="undo-title">{t('desk.bulk.undoTitle')}</h2>
      <p>{t(`desk.bulk.undoing.${undoing}`)}</p>
      <form method="post" action={homeLink(`/desk/bulk/${id}/order`)} novalidate>
        <SelectField t={t} name="reason" label={t('desk.bulk.undoBecause')} empty={t('desk.bulk.choose')} error={errorAt(visit, 'reason')}
          value={typedAt(visit, 'reason')} choices={undoReasons.map((value) => ({ value, label: valueWords(t, 'undoReason', value) }))} />
        {undoing === 'told' && <TextField t={t} name="explanation" label={t('desk.bulk.explanation')} rows={4} maxlength={2000}
          error={errorAt(visit, 'explanation')} value={typedAt(visit, 'explanation')} />}
        <Actions><Button kind="danger" name="word" value="undo">{t('desk.bulk.order.undo')}</Button></Actions>
      </form>
    </section>
  )
}

/** Who ordered what. */
export async function Ordered({ visit, progress }: { visit: Desk; progress: Progress }) {
  const { t, language, ctx } = visit
  const nameOf = await organiserNames(ctx, t, [progress.approvedBy, ...progress.orders.map(({ by }) => by)])
  return (
    <ol class="bulk-orders">
      <li>{t('desk.bulk.startedBy', { name: nameOf(progress.approvedBy), time: dayAndTime(language, progress.startedAt) })}</li>
      {progress.orders.map(({ word, by, at, because }) => (
        <li>{t(`desk.bulk.ordered.${word}`, { name: nameOf(by), time: dayAndTime(language, at) })}
          {because && <> {word === 'undo' ? valueWords(t, 'undoReason', because) : becauseWords(t, because)}</>}</li>
      ))}
    </ol>
  )
}

const pageSize = 50

/** For whom it was not done, and why. */
export async function Told({ visit, plan }: { visit: Desk; plan: Plan }) {
  const { t, homeLink, ctx } = visit
  const rows = await listTold(ctx, plan.id, { after: visit.query.get('after') ?? undefined, limit: pageSize + 1 })
  if (!rows.length) return null
  const shown = rows.slice(0, pageSize)
  const persons = may(visit, 'people.open') ? await listPersons(ctx, shown.map(({ personId }) => personId)) : []
  return (
    <section aria-labelledby="told-title">
      <h2 id="told-title">{t('desk.bulk.toldTitle')}</h2>
      {!may(visit, 'people.open') && <Notice t={t}><p>{t('desk.bulk.noNames')}</p></Notice>}
      <DataTable caption={t('desk.bulk.toldTitle')} rows={shown} columns={[
        { head: t('desk.bulk.person'), rowHead: true, cell: ({ personId }) => {
          const person = persons.find((each) => each.personId === personId)
          return person ? <a href={homeLink(`/desk/people/${personId}`)}>{person.legalName}</a> : <span>{personId.slice(0, 8)}</span>
        } },
        { head: t('desk.bulk.outcome'), cell: ({ outcome }) => t(`desk.bulk.outcomeOf.${outcome}`) },
        { head: t('desk.bulk.why'), cell: ({ because }) => becauseWords(t, because) },
      ]} />
      {rows.length > pageSize && <p class="pager"><a href={`${visit.path}?after=${shown.at(-1)!.personId}`}>{t('desk.bulk.more')}</a></p>}
    </section>
  )
}
