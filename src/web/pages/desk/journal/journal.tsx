import { journalEvents } from '#journal/events.ts'
import { periodOf } from '#journal/export.ts'
import { listEntries, type Place } from '#journal/search.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { legalZone } from '#participants/age.ts'
import { findPersonId } from '#participants/find-person-id.ts'
import { page, type Visit } from '#web/page.ts'
import { SelectField, TextField } from '#web/parts/fields.tsx'
import { Button } from '#web/parts/form.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { readDays } from './days.ts'
import { Entries, knownIn } from './entries.tsx'

type Desk = Visit<'organiser'>
const pageSize = 50

const placeIn = (text: string | null): Place | undefined => {
  const [, at, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(text ?? '') ?? []
  return at === undefined ? undefined : { at: new Date(Number(at)), id: Number(id) }
}

const rooms = [...new Set(journalEvents.map((event) => event.split('.')[0] as Room))]
type Room = typeof journalEvents[number] extends infer E ? E extends `${infer R}.${string}` ? R : never : never

/** What the address asks for. `person`: undefined where nobody was asked for, null where nobody has the reference or id. */
async function searchIn({ query, ctx }: Desk) {
  const days = readDays(query.get('from'), query.get('until'))
  const text = (name: string) => query.get(name)?.trim() || undefined
  const [what, organiser, about] = [text('what'), text('who'), text('about')]
  const person = about === undefined ? undefined : (await findPersonId(ctx, about)) ?? null
  return {
    days, what, organiser, about, person,
    search: { ...periodOf(legalZone, days.from, days.until), what, organiser, person: person ?? undefined },
  }
}
type Asked = Awaited<ReturnType<typeof searchIn>>

async function SearchForm({ visit, asked }: { visit: Desk; asked: Asked }) {
  const { t, homeLink, query } = visit
  const organisers = await listOrganisers(visit.ctx)
  const whats = rooms.flatMap((room) => [
    { value: room, label: t(`desk.journal.room.${room}`) },
    ...journalEvents.filter((event) => event.startsWith(`${room}.`))
      .map((event) => ({ value: event as string, label: `– ${t(`desk.journal.event.${event}`)}` })),
  ])
  const wrong = (which: 'from' | 'until') => (asked.days.wrong.includes(which) ? t('because.day-wrong') : undefined)
  return (
    <form method="get" action={homeLink('/desk/journal')} role="search">
      <div class="journal-search">
        <TextField t={t} name="from" label={t('desk.journal.from')} hint={t('desk.journal.dayHint')}
          value={query.get('from') ?? ''} error={wrong('from')} />
        <TextField t={t} name="until" label={t('desk.journal.until')} hint={t('desk.journal.dayHint')}
          value={query.get('until') ?? ''} error={wrong('until')} />
        <SelectField t={t} name="what" label={t('desk.journal.what')} empty={t('desk.journal.anything')} choices={whats}
          value={asked.what} />
        <SelectField t={t} name="who" label={t('desk.journal.who')} empty={t('desk.journal.anybody')} value={asked.organiser}
          choices={organisers.map(({ personId, name }) => ({ value: personId, label: name }))} />
        <TextField t={t} name="about" label={t('desk.journal.about-whom')} hint={t('desk.journal.personHint')} value={asked.about ?? ''}
          error={asked.person === null ? t('desk.journal.noPerson') : undefined} />
        <Button>{t('desk.journal.search')}</Button>
      </div>
    </form>
  )
}

/** The journal: what happened, searched by its indexes, fifty entries a page. */
export const journalPage = page('/:lang{en|nl}/desk/journal', {
  who: 'organiser',
  act: 'journal.read',
  async show(visit) {
    const { t, query, homeLink, ctx } = visit
    const asked = await searchIn(visit)
    const found =
      asked.person === null || asked.days.wrong.length
        ? []
        : await listEntries(ctx, asked.search, placeIn(query.get('before')), pageSize + 1)
    const shown = found.slice(0, pageSize)
    const [known, form] = await Promise.all([knownIn(visit, shown), SearchForm({ visit, asked })])
    const last = found.length > pageSize ? shown.at(-1) : undefined
    const at = (change: (query: URLSearchParams) => void) => {
      const next = new URLSearchParams(
        [...query].filter(([name, value]) => value && ['from', 'until', 'what', 'who', 'about'].includes(name)),
      )
      change(next)
      return homeLink(`/desk/journal${next.size ? `?${next.toString()}` : ''}`)
    }
    return deskPageOf(visit, { title: t('desk.journal.title'), children: (
      <>
        <p>{t('desk.journal.about')}</p>
        <ul class="links">
          {may(visit, 'journal.verify') && <li><a href={homeLink('/desk/journal/verify')}>{t('desk.journal.verify.link')}</a></li>}
          {may(visit, 'journal.export') && <li><a href={homeLink('/desk/journal/export')}>{t('desk.journal.export.link')}</a></li>}
        </ul>
        {form}
        {shown.length === 0 ? <p>{t('desk.journal.nothing')}</p> : <Entries visit={visit} entries={shown} known={known} />}
        <p class="pager">
          {query.has('before') && <a href={at(() => undefined)}>{t('desk.journal.newest')}</a>}
          {last && <a rel="next" href={at((next) => next.set('before', `${last.at.getTime()}.${last.id}`))}>{t('desk.journal.older')}</a>}
        </p>
      </>
    ) })
  },
})
