import { listAgreementVersions, type AgreementVersion } from '#claims/agreement-versions.ts'
import { dayIn } from '#platform/clock.ts'
import { listClaims } from '#claims/queries.ts'
import { printed, renderMarkdown } from '#web/markdown.ts'
import type { Ground } from '#web/page.ts'
import { DefinitionTable, Notice } from '#web/parts/blocks.tsx'
import { day } from '#words/formats.ts'
import { textAddress } from '#web/pages/agreement-address.ts'
import { versionName } from '#web/pages/version-name.ts'

/** An agreement to read, print and save: in short, the full text, its fingerprint, all its versions. */
export function LegalText({
  visit,
  shown,
  versions,
  owner,
  heading = 2,
}: {
  visit: Ground
  shown: AgreementVersion
  versions: readonly AgreementVersion[]
  /** The claim or the foundation it belongs to. */
  owner: string
  /** Level of the headings inside the text. */
  heading?: 2 | 3
}) {
  const { t, language } = visit
  const current = versions[0]
  const Heading = heading === 2 ? 'h2' : 'h3'
  return (
    <>
      {current && current.version !== shown.version && (
        <Notice t={t} kind="warning">
          <p>
            {t('foundation.text.earlier', { version: versionName(language, shown.version) })}{' '}
            <a href={textAddress(visit, current)}>{t('foundation.text.current')}</a>
          </p>
        </Notice>
      )}
      <p class="in-short">
        <strong>
          {t('foundation.text.summary')}
          {':'}
        </strong>{' '}
        {printed(shown.summary)}
      </p>
      {renderMarkdown(shown.body, { headingFrom: heading, letter: true })}
      <section class="about-text">
        <Heading>{t('foundation.text.facts')}</Heading>
        <DefinitionTable
          rows={[
            { term: t('foundation.text.by'), value: owner },
            { term: t('foundation.text.version'), value: <a href={textAddress(visit, shown)}>{versionName(language, shown.version)}</a> },
            { term: t('foundation.text.published'), value: day(language, dayIn('Europe/Amsterdam', shown.publishedAt)) },
            {
              term: t('foundation.text.hash'),
              value: (
                <>
                  <code class="hash">{shown.sha256}</code>
                  <br />
                  <small>{t('foundation.text.hashAbout')}</small>
                </>
              ),
            },
          ]}
        />
        <p>
          <a href={`${textAddress(visit, shown)}/text`}>{t('foundation.text.save')}</a>
        </p>
        <p>{t('foundation.text.versions')}</p>
        <ul>
          {versions.map((one) => {
            const version = versionName(language, one.version)
            return (
              <li>
                <a href={textAddress(visit, one)}>{one === current ? t('foundation.text.inForce', { version }) : version}</a>
              </li>
            )
          })}
        </ul>
      </section>
    </>
  )
}

/** The versions of an agreement and who it belongs to; undefined where it was never published. */
export async function versionsOf(visit: Ground, slug: string, kind: string) {
  const owner =
    slug === 'organisation'
      ? { name: visit.organisation.facts.legalName, hue: undefined }
      : (await listClaims(visit.ctx.db))
          .filter((claim) => claim.slug === slug)
          .map(({ facts }) => ({ name: facts.name[visit.language], hue: facts.figure.hue }))[0]
  const versions = owner ? await listAgreementVersions(visit.ctx.db, slug, kind, visit.language) : []
  return owner && versions.length > 0 ? { owner, versions } : undefined
}
