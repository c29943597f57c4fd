import { renderMarkdown } from '#web/markdown.ts'
import { missing } from '#web/answer.ts'
import { page, type Ground } from '#web/page.ts'
import { DefinitionTable } from '#web/parts/blocks.tsx'
import { descriptionOf } from '#web/pages/claim/claim-layout.tsx'
import { FoundationLayout, ownText } from './foundation-layout.tsx'

/** A page of the foundation that is one text, `page/<name>`. */
const textPage = (name: string, below?: (visit: Ground) => preact.JSX.Element, path = name) =>
  page(`/:lang{en|nl}/${path}`, {
    who: 'anyone',
    kept: true,
    show(visit) {
      if (!visit.organisation.text(`page/${name}`)) return missing
      const { title, markdown } = ownText(visit, `page/${name}`)
      return (
        <FoundationLayout visit={visit} title={title} description={descriptionOf(markdown)}>
          <h1>{title}</h1>
          {renderMarkdown(markdown, { headingFrom: 2 })}
          {below?.(visit)}
        </FoundationLayout>
      )
    },
  })

/** Who provides this service (WEB-14, 3:15d BW). */
function Provider({ visit }: { visit: Ground }) {
  const {
    t,
    organisation: { facts },
  } = visit
  return (
    <>
      <h2>{t('foundation.provider')}</h2>
      <DefinitionTable
        rows={[
          { term: t('foundation.provider.name'), value: facts.legalName },
          { term: t('foundation.provider.address'), value: facts.address.join(', ') },
          { term: t('foundation.provider.email'), value: <a href={`mailto:${facts.email}`}>{facts.email}</a> },
          { term: t('foundation.provider.phone'), value: <a href={`tel:${facts.phone.replaceAll(/[^\d+]/g, '')}`}>{facts.phone}</a> },
          { term: t('foundation.provider.register'), value: facts.registerNumber },
          { term: t('foundation.provider.vat'), value: facts.vatId },
        ]}
      />
    </>
  )
}

export const aboutPage = textPage('about')
export const accessibilityPage = textPage('accessibility')
export const demonstrationPage = textPage('demonstration')
export const contactPage = textPage('contact', (visit) => <Provider visit={visit} />)

/** What happens with the data of a child, in words for children (GD-10). */
export const privacyForChildrenPage = textPage('privacy-children', undefined, 'privacy/children')
