import * as z from 'zod'
import { listOrganisers } from '#organisers/queries.ts'
import { filterQuery, readFilter } from '#search/filter.ts'
import { dropSegment, findSegment, listSegments, renameSegment, saveSegment, type Segment } from '#search/saved-segments.ts'
import { dayAndTime } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { filterInWords } from '#web/parts/filter-words.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimNamesOf } from '#web/pages/desk/claim-names.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { SaveSegment } from './save-segment.tsx'

const segmentName = z.string().trim().min(1, because('segment-name-missing')).max(80, because('segment-name-missing'))

interface SavedSegments {
  visit: Desk
  segments: readonly Segment[]
  /** Of who saved them. */
  names: ReadonlyMap<string, string>
  claimNames: Record<string, string>
}

function Saved({ visit, segments, names, claimNames }: SavedSegments) {
  const { t, language, homeLink } = visit
  return (
    <DeskTable caption={t('desk.segments.title')} quiet>
      <thead><tr>
        <th scope="col">{t('desk.people.segmentName')}</th><th scope="col">{t('desk.segments.filter')}</th>
        <th scope="col">{t('desk.segments.savedBy')}</th>{may(visit, 'people.segment') && <th scope="col">{t('desk.segments.change')}</th>}
      </tr></thead>
      <tbody>{segments.map(({ id, name, filter, savedBy, savedAt }) => (
        <tr>
          <th scope="row"><a href={homeLink(`/desk/people?${filterQuery(filter)}`)}>{name}</a></th>
          <td>{filterInWords(t, language, filter, claimNames).map(({ label, text }) => <div>{label}: {text}</div>)}</td>
          <td>{t('desk.segments.savedByWhen', {
            who: names.get(savedBy) ?? t('desk.segments.formerly'), when: dayAndTime(language, savedAt),
          })}</td>
          {may(visit, 'people.segment') && (
            <td>
              <a href={homeLink(`/desk/people/segments/${id}`)} aria-label={`${t('desk.segments.change')}: ${name}`}>
                {t('desk.segments.change')}
              </a>
            </td>
          )}
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

/** The saved segments; sent to it, what the list is narrowed by is saved under a name. */
export const segmentsPage = page('/:lang{en|nl}/desk/people/segments', {
  who: 'organiser',
  act: 'people.find',
  sendAct: 'people.segment',
  form: z.object({ name: segmentName, filter: z.string().max(1000).default('') }),
  async show(visit) {
    const { t, ctx, homeLink } = visit
    const segments = await listSegments(ctx)
    const organisers = await listOrganisers(ctx, [...new Set(segments.map(({ savedBy }) => savedBy))])
    const sent = visit.form.typed['filter']
    return deskPageOf(visit, { title: t('desk.segments.title'), children: (
      <>
        <p class="lead">{t('desk.segments.lead')}</p>
        {sent !== undefined && <SaveSegment visit={visit} filter={readFilter(new URLSearchParams(sent))} />}
        {segments.length === 0 ? <p>{t('desk.segments.none')}</p> : <Saved visit={visit} segments={segments}
          names={new Map(organisers.map(({ personId, name }) => [personId, name]))} claimNames={await claimNamesOf(visit)} />}
        <p><a href={homeLink('/desk/people')}>{t('desk.segments.back')}</a></p>
      </>
    ) })
  },
  async send({ ctx, sent, homeLink }) {
    const filter = readFilter(new URLSearchParams(sent.filter))
    const saved = await saveSegment(ctx, { name: sent.name, filter })
    return saved.ok ? goTo(homeLink(`/desk/people?${filterQuery(filter)}`)) : again({ name: saved.because })
  },
})

/** One segment, to be renamed or dropped. */
export const segmentPage = page('/:lang{en|nl}/desk/people/segments/:segment', {
  who: 'organiser',
  act: 'people.segment',
  form: z.object({ name: segmentName, act: z.enum(['rename', 'drop']).default('rename') }),
  async show(visit) {
    const { t, language, ctx, homeLink } = visit
    const segment = await findSegment(ctx, visit.params['segment']!)
    if (!segment) return missing
    return deskPageOf(visit, { title: segment.name, children: (
      <>
        <ul class="chips">{filterInWords(t, language, segment.filter, await claimNamesOf(visit))
          .map(({ label, text }) => <li class="chip">{label}: {text}</li>)}</ul>
        <form method="post">
          <TextField t={t} name="name" label={t('desk.segments.renameTo')} hint={t('desk.people.segmentHint')} width="medium" maxlength={80}
            error={errorAt(visit, 'name')} value={typedAt(visit, 'name') ?? segment.name} autocomplete="off" />
          <Actions>
            <Button name="act" value="rename">{t('desk.segments.rename')}</Button>
            <Button kind="danger" name="act" value="drop">{t('desk.segments.drop')}</Button>
          </Actions>
        </form>
        <p><a href={homeLink('/desk/people/segments')}>{t('desk.segments.title')}</a></p>
      </>
    ) })
  },
  async send({ ctx, sent, params, homeLink }) {
    const id = params['segment']!
    const changed = sent.act === 'drop' ? await dropSegment(ctx, id) : await renameSegment(ctx, id, sent.name)
    if (!changed.ok && changed.because === 'no-segment') return missing
    return changed.ok ? goTo(homeLink('/desk/people/segments')) : again({ name: changed.because })
  },
})
