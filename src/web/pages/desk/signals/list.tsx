import { listQueue, listSignals, type Queued } from '#signals/queries.ts'
import { listPersons } from '#participants/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { page, type Visit } from '#web/page.ts'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'

type Desk = Visit<'organiser'>
const pageSize = 50
const views = ['open', 'watched'] as const

const readPlace = (text: string | null) => {
  const [, score, personId] = /^(\d{1,4})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return personId ? { score: Number(score), personId } : undefined
}

async function tableOf(visit: Desk, people: readonly Queued[], caption: string) {
  const { t, language, homeLink } = visit
  const ids = people.map(({ personId }) => personId)
  const [signals, persons] = await Promise.all([listSignals(visit.ctx, ids), may(visit, 'people.open') ? listPersons(visit.ctx, ids) : []])
  return (
    <DeskTable caption={caption}>
      <thead><tr><th scope="col">{t('desk.signals.who')}</th><th scope="col">{t('desk.signals.signs')}</th>
        <th scope="col" class="number">{t('desk.signals.score')}</th><th scope="col">{t('desk.signals.since')}</th></tr></thead>
      <tbody>{people.map(({ personId, score, changedAt }) => (
        <tr>
          <th scope="row"><a href={homeLink(`/desk/signals/${personId}`)}>
            {persons.find((person) => person.personId === personId)?.legalName ?? t('desk.duplicates.nameless')}</a></th>
          <td>
            <ul class="plain">
              {signals.filter((each) => each.personId === personId).map(({ code }) => <li>{t(`desk.signals.code.${code}`)}</li>)}
            </ul>
          </td>
          <td class="number">{number(language, score)}</td>
          <td>{dayAndTime(language, changedAt)}</td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

/** Who waits for somebody to look because of signs of abuse, the highest score first, and who is watched (AD-05). */
export const signalsPage = page('/:lang{en|nl}/desk/signals', {
  who: 'organiser',
  act: 'signals.see',
  async show(visit) {
    const { t, homeLink, query } = visit
    const view = views.find((each) => each === query.get('view')) ?? 'open'
    const found = await listQueue(visit.ctx, { of: view, after: readPlace(query.get('after')), limit: pageSize + 1 })
    const last = found.length > pageSize ? found[pageSize - 1] : undefined
    const of = (each: string, after = '') => homeLink(`/desk/signals?view=${each}${after}`)
    return deskPageOf(visit, { title: t('desk.signals.title'), children: (
      <>
        <p class="lead">{t('desk.signals.lead')}</p>
        <nav aria-label={t('desk.duplicates.views')}><ul class="chips">
          {views.map((each) => (
            <li><a class="chip" href={of(each)} {...(each === view && { 'aria-current': 'page' })}>{t(`desk.signals.view.${each}`)}</a></li>
          ))}
        </ul></nav>
        {found.length ? await tableOf(visit, found.slice(0, pageSize), t(`desk.signals.view.${view}`))
          : <p>{t(`desk.signals.none.${view}`)}</p>}
        {last && <p class="pager"><a href={of(view, `&after=${last.score}_${last.personId}`)}>{t('desk.duplicates.next')}</a></p>}
      </>
    ) })
  },
})
