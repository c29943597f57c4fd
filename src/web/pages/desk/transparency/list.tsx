import { findWorkingCopy } from '#drafting/draft-bundle.ts'
import { openFacts, valueAt } from '#drafting/facts-file.ts'
import { listAlarms, type Alarm } from '#phases/alarms.ts'
import type { Disclosure } from '#phases/disclosures.ts'
import { listLacks } from '#phases/standing.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { Lacks } from '#web/pages/desk/claims/phases/gate.tsx'
import { day } from '#words/formats.ts'

/**
 * What the foundation shows the public (WEB-01 to WEB-14): the days of each item, what is late (WEB-10), what keeps claims from opening.
 */
export const deskTransparencyPage = page('/:lang{en|nl}/desk/transparency', {
  who: 'organiser',
  act: 'claims.see',
  async show(visit) {
    const { t, ctx, organisation } = visit
    const [alarms, lacks] = [await listAlarms(ctx), await listLacks(ctx)]
    const copy = await findWorkingCopy(ctx.db, 'organisation')
    const facts = copy?.drafted ? openFacts(copy.files) : undefined
    const drafted = (facts ? valueAt(facts.document, ['disclosures']) : undefined) as Disclosure[] | undefined
    return deskPageOf(visit, { title: t('desk.transparency.title'), children: (
      <>
        <p class="lead">{t('desk.transparency.lead')} <a href={visit.homeLink('/transparency')}>{t('desk.transparency.public')}</a></p>
        {alarms.map((alarm) => <AlarmNotice visit={visit} alarm={alarm} />)}
        <Items visit={visit} items={organisation.facts.disclosures} drafted={drafted ?? []} />
        {drafted && (
          <p>
            {t('desk.transparency.drafted')} <a href={claimDesk(visit, 'organisation', '/publish')}>{t('desk.transparency.publish')}</a>
          </p>
        )}
        <section aria-labelledby="lacks">
          <h2 id="lacks">{t('desk.transparency.lacks')}</h2>
          {lacks.length ? <Lacks visit={visit} lacks={lacks} /> : <p>{t('desk.phase.complete')}</p>}
        </section>
      </>
    ) })
  },
})

/** One thing that is late, in words, with the way to it. */
export const AlarmNotice = ({ visit, alarm: { item, code, since } }: { visit: Desk; alarm: Alarm }) => (
  <Notice t={visit.t} kind="warning">
    <p>
      <a href={visit.homeLink(`/desk/transparency/${item}`)}>{item} {visit.organisation.text(`transparency/${item}`)?.title}</a>
      {': '}{visit.t(`desk.transparency.alarm.${code}`, { day: day(visit.language, since) })}
    </p>
  </Notice>
)

function Items({ visit, items, drafted }: { visit: Desk; items: readonly Disclosure[]; drafted: readonly Disclosure[] }) {
  const { t, language, organisation } = visit
  const date = (on: string | undefined) => (on ? day(language, on) : t('desk.transparency.noDay'))
  const changed = (item: Disclosure) => {
    const next = drafted.find(({ id }) => id === item.id)
    return (
      next
      && JSON.stringify([next.adopted, next.published, next.supplied]) !== JSON.stringify([item.adopted, item.published, item.supplied])
    )
  }
  return (
    <DeskTable caption={t('desk.transparency.caption')} quiet>
      <thead><tr>
        <th scope="col">{t('desk.transparency.item')}</th><th scope="col">{t('desk.transparency.supplied')}</th>
        <th scope="col">{t('desk.transparency.adopted')}</th><th scope="col">{t('desk.transparency.published')}</th>
      </tr></thead>
      <tbody>{items.map((item) => (
        <tr>
          <th scope="row">
            <a href={visit.homeLink(`/desk/transparency/${item.id}`)}>{item.id} {organisation.text(`transparency/${item.id}`)?.title}</a>
            {changed(item) && <> <span class="tag">{t('desk.transparency.changed')}</span></>}
          </th>
          <td>{t(item.supplied ? 'desk.transparency.yes' : 'desk.transparency.no')}</td>
          <td>{date(item.adopted)}</td>
          <td>{date(item.published)}</td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}
