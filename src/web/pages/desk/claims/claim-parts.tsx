import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { nameOfPart, partsOf, placeOf } from '#drafting/finding-place.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { claimDesk } from './working.ts'

/** The way to every part of the facts and to the texts, with how much is to be mended in each. */
export function Parts({ visit, copy }: { visit: Desk; copy: WorkingCopy }) {
  const { t } = visit
  const places = copy.findings.map((finding) => placeOf(copy, finding))
  const toMend = (count: number) => count > 0 && <span class="tag to-mend">{t('desk.draft.findings', { count })}</span>
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t('desk.draft.facts')}</h2>
      <ul class="part-list">
        {partsOf(copy).map(nameOfPart).map((part) => (
          <li>
            <a href={claimDesk(visit, copy.slug, part === 'pictures' ? '/pictures' : `/facts/${part}`)}>
              {t(`desk.facts.part.${part as 'general'}`)}
            </a>
            {toMend(places.filter((place) => place.of === 'facts' && place.part === part).length)}
          </li>
        ))}
      </ul>
      <h2>{t('desk.draft.texts')}</h2>
      <ul class="part-list">
        <li>
          <a href={claimDesk(visit, copy.slug, '/texts')}>{t('desk.draft.allTexts')}</a>
          {toMend(places.filter((place) => place.of === 'text').length)}
        </li>
        <li><a href={claimDesk(visit, copy.slug, '/preview')}>{t('desk.draft.preview')}</a></li>
      </ul>
    </section>
  )
}
