import * as z from 'zod'
import { followedUntil } from '#journal/follow.ts'
import { findAsked, keepAsked, recordLook } from '#search/asked.ts'
import { filterQuery, isEmpty, readFilter, type Filter } from '#search/filter.ts'
import { listFound, seek } from '#search/find.ts'
import { searchFollower } from '#search/jobs.ts'
import { listSegments } from '#search/saved-segments.ts'
import { goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimNamesOf } from '#web/pages/desk/claim-names.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { Chips, Complete, Segments, Told } from './around-list.tsx'
import { FilterFields } from './filter-fields.tsx'
import { pathOf } from './list-address.ts'
import { PeopleTable } from './people-table.tsx'
import { SaveSegment } from './save-segment.tsx'

interface Seen { visit: Desk; filter: Filter; asked: string | undefined; text: string | undefined; claimNames: Record<string, string> }

function SearchForm({ visit, filter, text, claimNames }: Seen) {
  const { t } = visit
  return (
    <form method="post" action={visit.homeLink('/desk/people')} class="people-form" role="search">
      <div class="people-seek">
        <TextField t={t} name="text" type="search" label={t('desk.people.seek')} hint={t('desk.people.seekHint')}
          value={visit.form.typed['text'] ?? text} error={errorAt(visit, 'text')} autocomplete="off" spellcheck={false}
          maxlength={200} />
        <Button busy={t('desk.people.finding')}>{t('desk.people.find')}</Button>
      </div>
      <details class="filters">
        <summary>{t('desk.people.narrow')}</summary>
        <FilterFields visit={visit} filter={filter} claimNames={claimNames} />
        <Actions><Button kind="secondary">{t('desk.people.apply')}</Button></Actions>
      </details>
    </form>
  )
}

/** The people of a page, and the look at them in the journal before any is shown. */
async function seen({ ctx, query }: Desk, filter: Filter, text: string | undefined) {
  const sought = await seek(ctx, { text, filter, after: query.get('after') ?? undefined, before: query.get('before') ?? undefined })
  const [people] = await Promise.all([listFound(ctx, sought.ids), recordLook(ctx, filter, sought)])
  return { ...sought, people }
}

/**
 * The people of the foundation, newest first: by what was typed and what the list is narrowed by. What was typed stands in no address
 * (SE-03); every look at names is journaled without it.
 */
export const peoplePage = page('/:lang{en|nl}/desk/people', {
  who: 'organiser',
  act: 'people.find',
  form: z.looseObject({ text: z.string().trim().max(200, because('search-too-long')).default('') }),
  async show(visit) {
    const { t, ctx, query, organiser } = visit
    const [filter, asked] = [readFilter(query), query.get('q') ?? undefined]
    const text = asked ? await findAsked(ctx, organiser.personId, asked) : undefined
    const over = asked !== undefined && text === undefined
    const [found, segments, until, claimNames] = await Promise.all([
      over ? undefined : seen(visit, filter, text), listSegments(ctx), followedUntil(ctx, searchFollower), claimNamesOf(visit),
    ])
    const parts = { visit, filter, asked, text, claimNames }
    const all = isEmpty(filter) && text === undefined
    return deskPageOf(visit, { title: t('desk.people.title'), children: (
      <>
        <SearchForm {...parts} />
        <Segments visit={visit} segments={segments} filter={filter} />
        <Chips {...parts} />
        <Complete visit={visit} until={until} />
        {!found ? <p class="notice">{t('desk.people.over')}</p> : (
          <>
            <Told visit={visit} found={found} />
            {found.people.length > 0 ? <PeopleTable visit={visit} people={found.people} claimNames={claimNames} />
              : found.reading !== 'none' && !found.brokeOff && <p>{all ? t('desk.people.nobodyYet') : t('desk.people.nobody')}</p>}
            <nav class="pager" aria-label={t('desk.people.pager')}>
              {found.newer && <a rel="prev" href={pathOf(visit, filter, asked, { before: found.newer })}>← {t('desk.people.newer')}</a>}
              {found.older && <a rel="next" href={pathOf(visit, filter, asked, { after: found.older })}>
                {found.brokeOff ? t('desk.people.lookOn') : t('desk.people.older')} →</a>}
            </nav>
          </>
        )}
        {!isEmpty(filter) && may(visit, 'bulk.propose') && (
          <p><a href={visit.homeLink(`/desk/bulk/new?${filterQuery(filter)}`)}>{t('desk.people.actOnAll')}</a></p>
        )}
        {!isEmpty(filter) && may(visit, 'people.segment') && <SaveSegment visit={visit} filter={filter} />}
      </>
    ) })
  },
  async send(visit) {
    const { text, ...fields } = visit.sent
    const filter = readFilter(new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])))
    const asked = text === '' ? undefined : await keepAsked(visit.ctx, visit.organiser.personId, text)
    return goTo(pathOf(visit, filter, asked))
  },
})
