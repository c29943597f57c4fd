import { listStandingMerges } from '#duplicates/merging/merges.ts'
import { listOpenPairs, listPairsOf, type PairPlace } from '#duplicates/pairs.ts'
import { reasons, type Reason } from '#duplicates/weigh.ts'
import { isId } from '#platform/id.ts'
import { page } from '#web/page.ts'
import { Button } from '#web/parts/form.tsx'
import { SelectField } from '#web/parts/fields.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from './pair-address.ts'
import { mergesTable, pairsTable, sharedTable } from './tables.tsx'

const pageSize = 50
const views = ['waiting', 'warnings', 'merged', 'shared'] as const
type View = (typeof views)[number]

/** Where the next page begins, as it stands in the address. */
const readPairPlace = (text: string | null): PairPlace | undefined => {
  const [, weight, personId, otherId] = /^(\d{1,3})_([0-9a-f-]{36})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return personId && otherId && isId(personId) && isId(otherId) ? { weight: Number(weight), personId, otherId } : undefined
}
const readMergePlace = (text: string | null) => {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return at && id && isId(id) && !Number.isNaN(Date.parse(at)) ? { mergedAt: new Date(at), id } : undefined
}

async function linesOf(visit: Desk, view: View, reason: Reason | undefined) {
  const [after, limit, person] = [visit.query.get('after'), pageSize + 1, visit.query.get('person')]
  if (person && isId(person)) {
    const pairs = await listPairsOf(visit.ctx, person)
    return { table: pairs.length > 0 && (await pairsTable(visit, pairs, visit.t('desk.duplicates.ofOne'))), next: undefined }
  }
  if (view === 'merged') {
    const found = await listStandingMerges(visit.ctx, { after: readMergePlace(after), limit })
    const last = found.length > pageSize ? found[pageSize - 1] : undefined
    return {
      table: found.length > 0 && (await mergesTable(visit, found.slice(0, pageSize))),
      next: last && `${last.mergedAt.toISOString()}_${last.id}`,
    }
  }
  if (view === 'shared') return { table: await sharedTable(visit), next: undefined }
  const found = await listOpenPairs(visit.ctx, { reason, warnings: view === 'warnings', after: readPairPlace(after), limit })
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  return {
    table: found.length > 0 && (await pairsTable(visit, found.slice(0, pageSize), visit.t(`desk.duplicates.view.${view}`))),
    next: last && `${last.weight}_${last.personId}_${last.otherId}`,
  }
}

const ByReason = ({ visit, view, reason }: { visit: Desk; view: View; reason: Reason | undefined }) => (
  <form method="get" action={visit.homeLink('/desk/duplicates')} class="desk-filter">
    <input type="hidden" name="view" value={view} />
    <SelectField t={visit.t} name="reason" label={visit.t('desk.duplicates.byReason')} value={reason}
      empty={visit.t('desk.duplicates.everyReason')}
      choices={reasons.map((each) => ({ value: each, label: visit.t(`desk.duplicates.reason.${each}`) }))} />
    <Button kind="secondary">{visit.t('desk.duplicates.show')}</Button>
  </form>
)

/** The queue of pairs, the heaviest first; warnings, merges that stand, and values that many share beside it (AD-03). */
export const duplicatesPage = page('/:lang{en|nl}/desk/duplicates', {
  who: 'organiser',
  act: 'duplicates.see',
  async show(visit) {
    const { t, query, homeLink } = visit
    const view = views.find((each) => each === query.get('view')) ?? 'waiting'
    const reason = reasons.find((each) => each === query.get('reason'))
    const { table, next } = await linesOf(visit, view, reason)
    const filtered = (view === 'waiting' || view === 'warnings') && !query.get('person')
    const address = `/desk/duplicates?view=${view}${reason ? `&reason=${reason}` : ''}`
    return deskPageOf(visit, { title: t('desk.duplicates.title'), children: (
      <>
        <p class="lead">{t('desk.duplicates.lead')}</p>
        <nav aria-label={t('desk.duplicates.views')}><ul class="chips">
          {views.map((each) => <li><a class="chip" href={homeLink(`/desk/duplicates?view=${each}`)}
            {...(each === view && !query.get('person') && { 'aria-current': 'page' })}>{t(`desk.duplicates.view.${each}`)}</a></li>)}
        </ul></nav>
        {filtered && <ByReason visit={visit} view={view} reason={reason} />}
        {table || <p>{t(`desk.duplicates.none.${view}`)}</p>}
        {next && <p class="pager"><a href={homeLink(`${address}&after=${next}`)}>{t('desk.duplicates.next')}</a></p>}
      </>
    ) })
  },
})
