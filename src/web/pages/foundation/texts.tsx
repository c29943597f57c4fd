import { agreementBytes } from '#claims/agreement.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { printed, renderMarkdown } from '#web/markdown.ts'
import { page } from '#web/page.ts'
import { versionName } from '#web/pages/version-name.ts'
import { descriptionOf } from '#web/pages/claim/claim-layout.tsx'
import { FoundationLayout, ownText } from './foundation-layout.tsx'
import { LegalText, versionsOf } from './legal-text.tsx'

/** A page of the foundation with the version in force of one of its own texts. */
const ownLegalPage = (path: string, kind: string) =>
  page(`/:lang{en|nl}/${path}`, {
    who: 'anyone',
    kept: true,
    async show(visit) {
      const found = await versionsOf(visit, 'organisation', kind)
      const shown = found?.versions[0]
      if (!found || !shown) return missing
      const { title, markdown } = ownText(visit, `page/${path}`)
      return (
        <FoundationLayout visit={visit} title={title} description={descriptionOf(markdown)}>
          <h1>{title}</h1>
          {renderMarkdown(markdown, { headingFrom: 2 })}
          <h2>{visit.t('foundation.text.inForce', { version: versionName(visit.language, shown.version) })}</h2>
          <LegalText visit={visit} shown={shown} versions={found.versions} owner={found.owner.name} heading={3} />
        </FoundationLayout>
      )
    },
  })

export const termsPage = ownLegalPage('terms', 'general-terms')
export const privacyPage = ownLegalPage('privacy', 'privacy-notice')

/** One version of an agreement, of a claim or of the foundation (`organisation`), for ever at this address. */
export const agreementPage = page('/:lang{en|nl}/texts/:slug/:kind/:version', {
  who: 'anyone',
  kept: true,
  async show(visit) {
    const { slug = '', kind = '', version } = visit.params
    const found = await versionsOf(visit, slug, kind)
    const shown = found?.versions.find((one) => one.version === version)
    if (!found || !shown) return missing
    return (
      <FoundationLayout
        visit={visit}
        title={`${printed(shown.title)} (${versionName(visit.language, shown.version)})`}
        description={descriptionOf(`${found.owner.name}. ${shown.summary}`)}
        hue={found.owner.hue}
      >
        <h1>{printed(shown.title)}</h1>
        <LegalText visit={visit} shown={shown} versions={found.versions} owner={found.owner.name} />
      </FoundationLayout>
    )
  },
})

/** The same version as the file over which its fingerprint is calculated. */
export const agreementFilePage = page('/:lang{en|nl}/texts/:slug/:kind/:version/text', {
  who: 'anyone',
  kept: true,
  async show(visit) {
    const { slug = '', kind = '', version } = visit.params
    const shown = (await versionsOf(visit, slug, kind))?.versions.find((one) => one.version === version)
    if (!shown) return missing
    return documentAnswer(agreementBytes(shown.title, shown.body), 'text/markdown; charset=utf-8', {
      fileName: `${slug}-${kind}-${shown.version}-${visit.language}.md`,
      public: true,
    })
  },
})
