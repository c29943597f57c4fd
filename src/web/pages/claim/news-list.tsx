import { dayAndTime } from '#words/formats.ts'
import type { Ground } from '#web/page.ts'
import { instantOf } from '#web/pages/instant.ts'
import { textOf } from './claim-layout.tsx'
import { Words, type Telling } from './told.tsx'

/** The news of a claim, newest first. */
export const newsOf = ({ claim }: Ground) => claim.facts.news.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))

/** Where and when a report appeared. */
export function NewsSource({ visit, item }: { visit: Ground; item: ReturnType<typeof newsOf>[number] }) {
  const { t, language, claim } = visit
  return (
    <p class="news-source">
      {t('claim.news.from', { publisher: item.publisher, section: item.section[language] })}
      {' · '}
      <time dateTime={instantOf(item.at)}>{dayAndTime(language, new Date(item.at), claim.facts.timeZone)}</time>
    </p>
  )
}

/** News as a list with source and time; `most` keeps it short and leads to the rest. */
export function NewsList({ visit, citations, most, level = 3 }: Telling & { most?: number; level?: 2 | 3 }) {
  const { t } = visit
  const all = newsOf(visit)
  const Heading = level === 2 ? 'h2' : 'h3'
  // The introduction of a claim without news says so.
  if (all.length === 0) return null
  return (
    <>
      <ul class="news">
        {all.slice(0, most).map((item) => (
          <li>
            <NewsSource visit={visit} item={item} />
            <Heading>
              <a href={visit.claimLink(`/news/${item.id}`)}>{textOf(visit, `news/${item.id}`).title}</a>
            </Heading>
            <Words visit={visit} name={`news/${item.id}`} citations={citations} headingFrom={4} />
          </li>
        ))}
      </ul>
      {most !== undefined && (
        <p>
          <a href={visit.claimLink('/news')}>{t('claim.news.all')}</a>
        </p>
      )}
    </>
  )
}
