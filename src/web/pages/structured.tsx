import type { VNode } from 'preact'
import type { Ground } from '#web/page.ts'

/** JSON-LD as a block of facts, which the content security policy lets pass. `<` is written so that no text can close the element. */
export const StructuredFacts = ({ graph }: { graph: object[] }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c') }}
  />
)

/** The foundation as search engines know it. */
export function organisationFact({ organisation: { facts }, site, language }: Ground): object {
  return {
    '@type': 'NGO',
    '@id': `${site.origin}/#organisation`,
    name: facts.name,
    legalName: facts.legalName,
    url: `${site.origin}/${language}`,
    email: facts.email,
    telephone: facts.phone,
    address: {
      '@type': 'PostalAddress',
      streetAddress: facts.address[0],
      addressLocality: facts.address.slice(1).join(', '),
      addressCountry: facts.country,
    },
    identifier: { '@type': 'PropertyValue', propertyID: 'KvK', value: facts.registerNumber },
  }
}

export interface Crumb {
  name: string
  path: string
}

/** The way from the foundation to this page; `path` is the one on the foundation's own host. */
export const breadcrumbFact = ({ site }: Ground, crumbs: readonly Crumb[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, path }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: site.origin + path })),
})

/** What a shared link shows. The picture is the claim's figure. */
export function sharing({
  visit,
  title,
  description,
  kind = 'website',
  picture,
}: {
  visit: Ground
  title: string
  description: string
  kind?: 'website' | 'article'
  picture?: { path: string; alt: string } | undefined
}): VNode {
  const { canonical, language, organisation, site } = visit
  return (
    <>
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={organisation.facts.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={language === 'en' ? 'en_GB' : 'nl_NL'} />
      <meta property="og:locale:alternate" content={language === 'en' ? 'nl_NL' : 'en_GB'} />
      {picture && <meta property="og:image" content={site.origin + picture.path} />}
      {picture && <meta property="og:image:width" content="1200" />}
      {picture && <meta property="og:image:height" content="630" />}
      {picture && <meta property="og:image:alt" content={picture.alt} />}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
    </>
  )
}
