import { sourceAnchor, type Citations } from '#web/citations.ts'
import type { Ground } from '#web/page.ts'
import { day } from '#words/formats.ts'

/** A source of everything would otherwise trail dozens of arrows. */
const mostBack = 4

/** The list that the source marks lead to. `only` lists just the sources marked on this page; numbers stay those of the claim. */
export function Sources({ visit, citations, only }: { visit: Ground; citations: Citations; only?: boolean }) {
  const { t, language } = visit
  const listed = citations.listed().filter(({ marks }) => !only || marks.length > 0)
  if (listed.length === 0) return null
  return (
    <ol class="sources">
      {listed.map(({ source, number, marks }) => (
        <li id={sourceAnchor(source.id)} value={number}>
          <strong>{source.publisher}</strong>
          {', '}
          {source.url ? (
            <a href={source.url} rel="external noopener noreferrer">
              {source.title[language]}
            </a>
          ) : (
            source.title[language]
          )}
          {source.on && (
            <>
              {', '}
              <time dateTime={source.on}>{day(language, source.on)}</time>
            </>
          )}
          {'. '}
          {marks.slice(0, mostBack).map((mark, at) => (
            <a class="backref" href={`#${mark}`} aria-label={t('claim.sources.back', { at: at + 1, number })}>
              {'↑'}
              {marks.length > 1 ? at + 1 : ''}
            </a>
          ))}
        </li>
      ))}
    </ol>
  )
}
