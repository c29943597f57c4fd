import type { Citations } from '#web/citations.ts'
import type { Ground } from '#web/page.ts'
import { Sources } from './sources.tsx'

/** The sources marked on a page, at its foot; nothing where the page marks none. Stands after all marks. */
export function SourcesBelow({ visit, citations }: { visit: Ground; citations: Citations }) {
  if (citations.listed().every(({ marks }) => marks.length === 0)) return null
  return (
    <section aria-labelledby="sources-title" class="sources-below">
      <h2 id="sources-title">{visit.t('claim.sources.title')}</h2>
      <Sources visit={visit} citations={citations} only />
    </section>
  )
}
