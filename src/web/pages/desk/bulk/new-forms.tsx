import { bulkActNames, bulkActs, bulkReasons, type BulkActName } from '#bulk/acts.ts'
import { listClaims } from '#claims/queries.ts'
import { filterNames, filterQuery, isEmpty, type Filter } from '#search/filter.ts'
import { listSegments } from '#search/saved-segments.ts'
import { countSegment } from '#search/segments.ts'
import { number } from '#words/formats.ts'
import { RadioField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { Segment, valueWords, type Desk } from './bulk-words.tsx'

export const longestExplanation = 2000

/** First: whom, and what. A form that only leads to the next address. */
export async function Choose({ visit, filter }: { visit: Desk; filter: Filter }) {
  const { t, homeLink, ctx } = visit
  const segments = isEmpty(filter) ? await listSegments(ctx) : []
  if (isEmpty(filter) && !segments.length) return (
    <>
      <p class="lead">{t('desk.bulk.noSegments')}</p>
      <Actions><ButtonLink href={homeLink('/desk/people')}>{t('desk.bulk.toPeople')}</ButtonLink></Actions>
    </>
  )
  const acts = bulkActNames.map((act) => (
    { value: act, label: t(`desk.bulk.act.${act}`), hint: t(`desk.bulk.undoing.${bulkActs[act].undoing}`) }))
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
      <RadioField t={t} name="act" label={t('desk.bulk.what')} value={visit.query.get('act') ?? 'task'} choices={acts} />
      <Actions><Button>{t('desk.bulk.next')}</Button></Actions>
    </form>
  )
}

/** What a field of the second form is called. */
export const labelOf = (t: Desk['t'], name: string) => name === 'because' || name === 'explanation' ? t(`desk.bulk.${name}`)
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
export async function Details({ visit, filter, act }: { visit: Desk; filter: Filter; act: BulkActName }) {
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
      {tells !== 'nothing' && (
        <TextField t={t} name="explanation" label={t('desk.bulk.explanation')} hint={t('desk.bulk.explanationHint')}
          optional={tells === 'may'} rows={5} maxlength={longestExplanation} error={errorAt(visit, 'explanation')}
          value={typedAt(visit, 'explanation')} />
      )}
      <Actions>
        <Button busy={t('join.busy')}>{t('desk.bulk.drawUp')}</Button>
        <ButtonLink kind="secondary" href={homeLink(`/desk/bulk/new?${filterQuery(filter)}`)}>{t('desk.bulk.back')}</ButtonLink>
      </Actions>
    </form>
  )
}
