import { filterQuery, type Filter } from '#search/filter.ts'
import type { Sought } from '#search/find.ts'
import type { Segment } from '#search/saved-segments.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { filterInWords } from '#web/parts/filter-words.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { pathOf } from './list-address.ts'

/** What is on, each part with a way to take it away. */
export function Chips({ visit, filter, asked, claimNames }: {
  visit: Desk; filter: Filter; asked: string | undefined; claimNames: Record<string, string>
}) {
  const { t } = visit
  const parts = filterInWords(t, visit.language, filter, claimNames)
  if (!parts.length) return null
  return (
    <ul class="chips" aria-label={t('desk.people.on')}>
      {parts.map(({ name, label, text }) => (
        <li class="chip">{label}: {text}
          <a class="away" href={pathOf(visit, { ...filter, [name]: undefined } as Filter, asked)}
            aria-label={t('desk.people.without', { what: `${label}: ${text}` })}>×</a></li>
      ))}
      {parts.length > 1 && <li><a href={pathOf(visit, {}, asked)}>{t('desk.people.clear')}</a></li>}
    </ul>
  )
}

/** How many were found, as what the typed words were read, and whether the look was broken off. */
export function Told({ visit, found: { count, reading, brokeOff } }: { visit: Desk; found: Sought }) {
  const { t, language } = visit
  if (reading === 'none') return <p role="status">{t('desk.people.unread')}</p>
  const kinds = reading?.kinds.map((kind) => t(`desk.people.kind.${kind}`)).join(` ${t('desk.people.and')} `)
  return (
    <div role="status">
      <p>
        <strong>
          {count === undefined
            ? t('desk.people.furtherPage')
            : count.more
              ? count.n > 0 && t('desk.people.countMore', { count: number(language, count.n) })
              : t('desk.people.count', { count: count.n })}
        </strong>
        {kinds && ` ${t('desk.people.readAs', { kinds })}`}
      </p>
      {reading?.widened && <p>{t('desk.people.widened')}</p>}
      {(reading?.short === 'all' || (reading?.short === 'some' && count?.n === 0)) && <p>{t('desk.people.short')}</p>}
      {brokeOff && <p>{t('desk.people.brokeOff')}</p>}
    </div>
  )
}

/** Says until when the list is complete, where it is behind. */
export function Complete({ visit, until }: { visit: Desk; until: Date | undefined }) {
  const { t, language, ctx } = visit
  if (!until) return <p class="notice">{t('desk.people.notListed')}</p>
  return ctx.now.getTime() - until.getTime() < 5 * 60_000 ? null
    : <p class="notice">{t('desk.people.complete', { at: dayAndTime(language, until) })}</p>
}

/** The saved segments, the one that is on marked. */
export function Segments({ visit, segments, filter }: { visit: Desk; segments: readonly Segment[]; filter: Filter }) {
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
