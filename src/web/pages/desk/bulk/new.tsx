import * as z from 'zod'
import { bulkActNames, bulkActs, bulkReasons, type BulkActName } from '#bulk/acts.ts'
import { drawUp } from '#bulk/draw-up.ts'
import { listClaims } from '#claims/queries.ts'
import { filterNames, filterQuery, isEmpty, readFilter, type Filter } from '#search/filter.ts'
import { findSegment, listSegments } from '#search/saved-segments.ts'
import { countSegment } from '#search/segments.ts'
import { number } from '#words/formats.ts'
import { isId } from '#platform/id.ts'
import { again, goTo, type Errors } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { RadioField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { Segment, valueWords, type Desk } from './bulk-words.tsx'

const longestExplanation = 2000

/** Whom the address names: a saved segment, or the narrowings of the list of people as they stand in it. */
async function chosen({ ctx, query }: Desk): Promise<{ filter: Filter; act: BulkActName | undefined }> {
  const id = query.get('segment') ?? ''
  const saved = isId(id) ? await findSegment(ctx, id) : undefined
  return { filter: saved?.filter ?? readFilter(query), act: bulkActNames.find((each) => each === query.get('act')) }
}

/** First: whom, and what. A form that only leads to the next address. */
async function Choose({ visit, filter }: { visit: Desk; filter: Filter }) {
  const { t, homeLink, ctx } = visit
  const segments = isEmpty(filter) ? await listSegments(ctx) : []
  if (isEmpty(filter) && !segments.length) return (
    <>
      <p class="lead">{t('desk.bulk.noSegments')}</p>
      <Actions><ButtonLink href={homeLink('/desk/people')}>{t('desk.bulk.toPeople')}</ButtonLink></Actions>
    </>
  )
  return (
    <form method="get" action={homeLink('/desk/bulk/new')}>
      {segments.length > 0 ? (
        <SelectField t={t} name="segment" label={t('desk.bulk.segment')} hint={t('desk.bulk.segmentHint')}
          choices={segments.map(({ id, name }) => ({ value: id, label: name }))} />
      ) : (
        <>
          <p class="label">{t('desk.bulk.segment')}</p>
          {await Segment({ visit, filter })}
          {filterNames.filter((name) => filter[name]).map((name) => <input type="hidden" name={name} value={filter[name]} />)}
        </>
      )}
      <RadioField t={t} name="act" label={t('desk.bulk.what')} value={visit.query.get('act') ?? 'task'}
        choices={bulkActNames.map((act) => ({ value: act, label: t(`desk.bulk.act.${act}`), hint: t(`desk.bulk.undoing.${bulkActs[act].undoing}`) }))} />
      <Actions><Button>{t('desk.bulk.next')}</Button></Actions>
    </form>
  )
}

const labelOf = (t: Desk['t'], name: string) => name === 'because' || name === 'explanation' ? t(`desk.bulk.${name}`)
  : t(`desk.bulk.param.${name}` as 'desk.bulk.param.kind')

async function Parameters({ visit, act }: { visit: Desk; act: BulkActName }) {
  const { t, language, ctx } = visit
  const claims = await listClaims(ctx.db)
  return <>{Object.entries(bulkActs[act].fields).map(([name, kind]) => {
    const words = { t, name, label: labelOf(t, name), error: errorAt(visit, name), value: typedAt(visit, name) }
    if (kind === 'number') return <TextField {...words} inputmode="numeric" width="short" maxlength={3} />
    const choices = kind === 'claim' ? claims.map(({ slug, facts }) => ({ value: slug, label: facts.name[language] }))
      : kind.map((value) => ({ value, label: valueWords(t, name, value) }))
    return <SelectField {...words} empty={t('desk.bulk.choose')} choices={choices} />
  })}</>
}

/** Second: how, why, and what the people are told. */
async function Details({ visit, filter, act }: { visit: Desk; filter: Filter; act: BulkActName }) {
  const { t, language, ctx, homeLink } = visit
  const { tells, undoing } = bulkActs[act]
  return (
    <form method="post" novalidate>
      <dl class="desk-facts">
        <div><dt>{t('desk.bulk.what')}</dt><dd>{t(`desk.bulk.act.${act}`)}</dd></div>
        <div><dt>{t('desk.bulk.segment')}</dt><dd>{await Segment({ visit, filter })}</dd></div>
        <div><dt>{t('desk.bulk.peopleNow')}</dt><dd>{number(language, await countSegment(ctx, filter))}</dd></div>
        <div><dt>{t('desk.bulk.undo')}</dt><dd>{t(`desk.bulk.undoing.${undoing}`)}</dd></div>
      </dl>
      {await Parameters({ visit, act })}
      <SelectField t={t} name="because" label={t('desk.bulk.because')} empty={t('desk.bulk.choose')} error={errorAt(visit, 'because')}
        value={typedAt(visit, 'because')} choices={bulkReasons.map((value) => ({ value, label: t(`desk.bulk.reason.${value}`) }))} />
      {tells !== 'nothing' && <TextField t={t} name="explanation" label={t('desk.bulk.explanation')} hint={t('desk.bulk.explanationHint')}
        optional={tells === 'may'} rows={5} maxlength={longestExplanation} error={errorAt(visit, 'explanation')} value={typedAt(visit, 'explanation')} />}
      <Actions>
        <Button busy={t('join.busy')}>{t('desk.bulk.drawUp')}</Button>
        <ButtonLink kind="secondary" href={homeLink(`/desk/bulk/new?${filterQuery(filter)}`)}>{t('desk.bulk.back')}</ButtonLink>
      </Actions>
    </form>
  )
}

/** Draws up one act on a segment; nothing happens to anybody here. */
export const bulkNewPage = page('/:lang{en|nl}/desk/bulk/new', {
  who: 'organiser',
  act: 'bulk.propose',
  form: z.looseObject({ because: z.string().optional(), explanation: z.string().max(longestExplanation, because('too-long')).default('') }),
  async show(visit) {
    const { filter, act } = await chosen(visit)
    const labels = act ? ['because', 'explanation', ...Object.keys(bulkActs[act].fields)].map((name) => [name, labelOf(visit.t, name)]) : []
    return deskPageOf(visit, { title: visit.t('desk.bulk.new'), fields: Object.fromEntries(labels) as Record<string, string>, children: !act || isEmpty(filter)
      ? await Choose({ visit, filter }) : await Details({ visit, filter, act }) })
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
    const plan = await drawUp(visit.ctx, { act, filter, params: read.data, because: why, explanation, movePercent: visit.site.bulkMayMovePercent })
    if (!plan.ok) return again({ [plan.because === 'explanation-missing' ? 'explanation' : '']: plan.because })
    return goTo(visit.homeLink(`/desk/bulk/${plan.value}`))
  },
})
