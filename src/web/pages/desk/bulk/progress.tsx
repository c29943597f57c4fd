import { listTold, type Plan } from '#bulk/plans.ts'
import { isUnderWay, type Progress } from '#bulk/progress.ts'
import { listPersons } from '#participants/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { DataTable, Notice } from '#web/parts/blocks.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
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
        <span>
          {progress.gatheredAt
            ? t('desk.bulk.answered', { answered: number(language, answered), all: number(language, all) })
            : t('desk.bulk.gathering')}
        </span>
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
