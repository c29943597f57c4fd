import { listAgreements, listClaims, getContent } from '#claims/queries.ts'
import { languages } from '#claims/bundle.ts'
import { documentAnswer } from '#web/answer.ts'
import { page, type Ground } from '#web/page.ts'
import { feedOf } from '#web/pages/feed.ts'

/** The news of all claims that the public may see, one feed per language. */
export const foundationFeedPage = page('/:lang{en|nl}/news.atom', {
  who: 'anyone',
  kept: true,
  async show(visit) {
    const listed = await listClaims(visit.ctx.db)
    const claims = await Promise.all(listed.map(({ slug }) => getContent(visit.ctx.db, slug, visit.language)))
    const title = visit.t('foundation.feed.title', { organisation: visit.organisation.facts.name })
    return documentAnswer(feedOf(visit, claims, { title, path: `/${visit.language}` }), 'application/atom+xml; charset=utf-8', {
      public: true,
    })
  },
})

/** Every public page, each with its twin in the other language. */
export const sitemapPage = page('/sitemap.xml', {
  who: 'anyone',
  kept: true,
  async show(visit) {
    const { origin } = visit.site
    const address = (language: string, path: string) => `${origin}/${language}${path}`
    const entryOf = (language: string, path: string) => {
      const twins = languages.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(other, path)}"/>`)
      return `<url><loc>${address(language, path)}</loc>${twins.join('')}</url>`
    }
    const entries = (await publicPaths(visit)).flatMap((path) => languages.map((language) => entryOf(language, path)))
    const names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    const map = ['<?xml version="1.0" encoding="utf-8"?>', `<urlset ${names}>`, ...entries, '</urlset>', ''].join('\n')
    return documentAnswer(map, 'application/xml; charset=utf-8', { public: true })
  },
})

/** The addresses of all public pages after the language. */
async function publicPaths({ ctx, organisation, language }: Ground): Promise<string[]> {
  const own = ['', '/about', '/transparency', '/terms', '/privacy', '/accessibility', '/contact']
  const claims = (await listClaims(ctx.db)).filter(({ slug }) => organisation.facts.claims.includes(slug))
  const ofClaims = await Promise.all(
    claims.map(async ({ slug, facts }) => {
      const agreements = await listAgreements(ctx.db, slug, language)
      return [
        ...[
          '',
          '/costs',
          '/questions',
          ...facts.faq.map((one) => `/questions/${one}`),
          '/news',
          ...facts.news.map(({ id }) => `/news/${id}`),
          ...facts.documents.filter(({ audience }) => audience === 'public').map(({ id }) => `/documents/${id}`),
        ].map((path) => `/${slug}${path}`),
        ...agreements.map(({ of, kind, version }) => `/texts/${of === 'claim' ? slug : 'organisation'}/${kind}/${version}`),
      ]
    }),
  )
  return [...new Set([...own, ...ofClaims.flat()])]
}

const unlisted = ['join', 'account', 'sign-in', 'mailbox']

/** Search engines read the public pages; steps and accounts are nobody's business. */
export const robotsPage = page('/robots.txt', {
  who: 'anyone',
  kept: true,
  show: ({ site }) =>
    documentAnswer(
      [
        'User-agent: *',
        ...unlisted.flatMap((name) => [`Disallow: /*/${name}`, `Disallow: /*/*/${name}`]),
        `Sitemap: ${site.origin}/sitemap.xml`,
        '',
      ].join('\n'),
      'text/plain; charset=utf-8',
      { public: true },
    ),
})

/** Where to report a hole (RFC 9116). It expires a year after the content was published, so that somebody looks at it. */
export const securityPage = page('/.well-known/security.txt', {
  who: 'anyone',
  kept: true,
  show({ site, organisation }) {
    const expires = new Date(organisation.publishedAt)
    expires.setUTCFullYear(expires.getUTCFullYear() + 1)
    return documentAnswer(
      [
        `Contact: mailto:${organisation.facts.email}`,
        `Expires: ${expires.toISOString()}`,
        'Preferred-Languages: nl, en',
        `Canonical: ${site.origin}/.well-known/security.txt`,
        '',
      ].join('\n'),
      'text/plain; charset=utf-8',
      { public: true },
    )
  },
})
