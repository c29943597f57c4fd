import * as z from 'zod'
import { bulkActNames, bulkActs, bulkReasons, type BulkActName } from '#bulk/acts.ts'
import { drawUp } from '#bulk/draw-up.ts'
import { isEmpty, readFilter, type Filter } from '#search/filter.ts'
import { findSegment } from '#search/saved-segments.ts'
import { isId } from '#platform/id.ts'
import { again, goTo, type Errors } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from './bulk-words.tsx'
import { Choose, Details, labelOf, longestExplanation } from './new-forms.tsx'

/** Whom the address names: a saved segment, or the narrowings of the list of people as they stand in it. */
async function chosen({ ctx, query }: Desk): Promise<{ filter: Filter; act: BulkActName | undefined }> {
  const id = query.get('segment') ?? ''
  const saved = isId(id) ? await findSegment(ctx, id) : undefined
  return { filter: saved?.filter ?? readFilter(query), act: bulkActNames.find((each) => each === query.get('act')) }
}

/** Draws up one act on a segment; nothing happens to anybody here. */
export const bulkNewPage = page('/:lang{en|nl}/desk/bulk/new', {
  who: 'organiser',
  act: 'bulk.propose',
  form: z.looseObject({ because: z.string().optional(), explanation: z.string().max(longestExplanation, because('too-long')).default('') }),
  async show(visit) {
    const { filter, act } = await chosen(visit)
    const labels = act ? ['because', 'explanation', ...Object.keys(bulkActs[act].fields)].map((name) => [name, labelOf(visit.t, name)]) : []
    return deskPageOf(visit, {
      title: visit.t('desk.bulk.new'), fields: Object.fromEntries(labels) as Record<string, string>,
      children: !act || isEmpty(filter) ? await Choose({ visit, filter }) : await Details({ visit, filter, act }),
    })
  },
  async send(visit) {
    const { filter, act } = await chosen(visit)
    if (!act || isEmpty(filter)) return again({ '': 'segment-nobody' })
    const { fields, params } = bulkActs[act]
    const given = Object.fromEntries(Object.keys(fields).map((name) => [name, visit.sent[name]]))
    const read = params.safeParse(given)
    const why = bulkReasons.find((reason) => reason === visit.sent.because)
    const errors = Object.fromEntries((read.error?.issues ?? []).map(({ path: [name] }) =>
      [String(name), fields[String(name)] === 'number' ? 'number-of-days' : 'choose-one'])) as Errors
    if (!read.success || !why) return again({ ...errors, ...(!why && { because: 'choose-one' }) })
    const { explanation } = visit.sent
    const plan = await drawUp(visit.ctx, {
      act, filter, params: read.data, because: why, explanation, movePercent: visit.site.bulkMayMovePercent,
    })
    if (!plan.ok) return again({ [plan.because === 'explanation-missing' ? 'explanation' : '']: plan.because })
    return goTo(visit.homeLink(`/desk/bulk/${plan.value}`))
  },
})
