import * as z from 'zod'
import { listClaims } from '#claims/queries.ts'
import { followedUntil } from '#journal/follow.ts'
import { findAsked, keepAsked, recordLook } from '#search/asked.ts'
import { filterQuery, isEmpty, readFilter, type Filter } from '#search/filter.ts'
import { listFound, seek, type Sought } from '#search/find.ts'
import { searchFollower } from '#search/jobs.ts'
import { listSegments, type Segment } from '#search/saved-segments.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { filterInWords } from '#web/parts/filter-words.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { FilterFields } from './filter-fields.tsx'
import { PeopleTable } from './people-table.tsx'
import { SaveSegment } from './save-segment.tsx'

/** Names of the claims by slug, in the reader's language. */
export const claimNamesOf = async ({ ctx, language }: Desk): Promise<Record<string, string>> =>
  Object.fromEntries((await listClaims(ctx.db)).map(({ slug, facts }) => [slug, facts.name[language]]))

const pathOf = (visit: Desk, filter: Filter, asked?: string, more: Record<string, string> = {}) => {
  const query = [filterQuery(filter), new URLSearchParams({ ...(asked && { q: asked }), ...more }).toString()].filter(Boolean).join('&')
  return visit.homeLink(`/desk/people${query && `?${query}`}`)
}

interface Seen { visit: Desk; filter: Filter; asked: string | undefined; text: string | undefined; claimNames: Record<string, string> }

/** What is on, each part with a way to take it away. */
function Chips({ visit, filter, asked, claimNames }: Seen) {
  const { t } = visit
  const parts = filterInWords(t, visit.language, filter, claimNames)
  if (!parts.length) return null
  return (
    <ul class="chips" aria-label={t('desk.people.on')}>
      {parts.map(({ name, label, text }) => (
        <li class="chip">{label}: {text}
          <a class="away" href={pathOf(visit, { ...filter, [name]: undefined } as Filter, asked)} aria-label={t('desk.people.without', { what: `${label}: ${text}` })}>×</a></li>
      ))}
      {parts.length > 1 && <li><a href={pathOf(visit, {}, asked)}>{t('desk.people.clear')}</a></li>}
    </ul>
  )
}

function Told({ visit, found: { count, reading, brokeOff } }: { visit: Desk; found: Sought }) {
  const { t, language } = visit
  if (reading === 'none') return <p role="status">{t('desk.people.unread')}</p>
  const kinds = reading?.kinds.map((kind) => t(`desk.people.kind.${kind}`)).join(` ${t('desk.people.and')} `)
  return (
    <div role="status">
      <p><strong>{count === undefined ? t('desk.people.furtherPage')
        : count.more ? count.n > 0 && t('desk.people.countMore', { count: number(language, count.n) }) : t('desk.people.count', { count: count.n })}</strong>
        {kinds && ` ${t('desk.people.readAs', { kinds })}`}</p>
      {reading?.widened && <p>{t('desk.people.widened')}</p>}
      {brokeOff && <p>{t('desk.people.brokeOff')}</p>}
    </div>
  )
}

/** Says until when the list is complete, where it is behind. */
function Complete({ visit, until }: { visit: Desk; until: Date | undefined }) {
  const { t, language, ctx } = visit
  if (!until) return <p class="notice">{t('desk.people.notListed')}</p>
  return ctx.now.getTime() - until.getTime() < 5 * 60_000 ? null
    : <p class="notice">{t('desk.people.complete', { at: dayAndTime(language, until) })}</p>
}

function Segments({ visit, segments, filter }: { visit: Desk; segments: readonly Segment[]; filter: Filter }) {
  if (!segments.length) return null
  const { t, homeLink } = visit
  return (
    <nav aria-label={t('desk.people.segments')}><ul class="links">
      {segments.slice(0, 12).map((segment) => <li><a href={pathOf(visit, segment.filter)}
        {...(filterQuery(segment.filter) === filterQuery(filter) && { 'aria-current': 'page' as const })}>{segment.name}</a></li>)}
      <li><a href={homeLink('/desk/people/segments')}>{t('desk.people.manage')}</a></li>
    </ul></nav>
  )
}

function SearchForm({ visit, filter, text, claimNames }: Seen) {
  const { t } = visit
  return (
    <form method="post" action={visit.homeLink('/desk/people')} class="people-form" role="search">
      <div class="people-seek">
        <TextField t={t} name="text" type="search" label={t('desk.people.seek')} hint={t('desk.people.seekHint')} value={visit.form.typed['text'] ?? text}
          error={errorAt(visit, 'text')} autocomplete="off" spellcheck={false} maxlength={200} />
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
 * The people of the foundation, newest first: by what was typed and what the list is narrowed by. What was typed stands in no address (SE-03);
 * every look at names is journaled without it.
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
