import { citationsOf } from '#web/citations.ts'
import { missing } from '#web/answer.ts'
import { renderMarkdown } from '#web/markdown.ts'
import { page } from '#web/page.ts'
import { day } from '#words/formats.ts'
import { ClaimLayout, descriptionOf, textOf } from './claim-layout.tsx'
import { SourcesBelow } from './sources-below.tsx'

/** A public document of the case. One for participants only is as missing here as one that does not exist. */
export const documentPage = page('/:lang{en|nl}/:claim/documents/:id', {
  who: 'anyone',
  kept: true,
  show(visit) {
    const { t, claim, language } = visit
    const document = claim.facts.documents.find(({ id, audience }) => id === visit.params['id'] && audience === 'public')
    if (!document) return missing
    const citations = citationsOf(claim.facts.sources, t)
    const { title, markdown } = textOf(visit, `documents/${document.id}`)
    return (
      <ClaimLayout
        visit={visit}
        title={title}
        description={descriptionOf(markdown)}
        article
        trail={[
          { name: t('claim.nav.case'), path: `/${language}/${claim.slug}#case` },
          { name: title, path: `/${language}/${claim.slug}/documents/${document.id}` },
        ]}
      >
        <h1>{title}</h1>
        <p class="fine">
          <time dateTime={document.on}>{t('claim.documents.dated', { day: day(language, document.on) })}</time>
          {'. '}
          {t('claim.documents.print')}
        </p>
        {renderMarkdown(markdown, { headingFrom: 2, citations, letter: true })}
        <SourcesBelow visit={visit} citations={citations} />
      </ClaimLayout>
    )
  },
})
