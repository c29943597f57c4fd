import type { ClaimContent } from '#claims/queries.ts'
import type { Ground } from '#web/page.ts'
import { markdownHtml, plainText, printed } from '#web/markdown.ts'
import { instantOf } from './instant.ts'

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The news of claims as an Atom feed in the reader's language, newest first. `path`: the page it belongs to, on the foundation's host. */
export function feedOf(visit: Ground, claims: readonly ClaimContent[], { title, path }: { title: string; path: string }): string {
  const { site, language, organisation } = visit
  const entries = claims
    .flatMap((claim) => claim.facts.news.map((item) => ({ claim, item, text: claim.text(`news/${item.id}`) })))
    .toSorted((a, b) => Date.parse(b.item.at) - Date.parse(a.item.at))
  const updated = entries[0] ? instantOf(entries[0].item.at) : instantOf(organisation.publishedAt)
  const self = `${site.origin}${path}/news.atom`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${escaped(title)}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${site.origin}${path}"/>
<author><name>${escaped(organisation.facts.legalName)}</name></author>
${entries
  .map(({ claim, item, text }) => {
    const address = `${site.origin}/${language}/${claim.slug}/news/${item.id}`
    return `<entry>
<id>${address}</id>
<title>${escaped(printed(text?.title ?? item.id))}</title>
<updated>${instantOf(item.at)}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<category term="${escaped(claim.slug)}" label="${escaped(claim.facts.name[language])}"/>
<source>
<id>${escaped(`urn:publisher:${encodeURIComponent(item.publisher)}`)}</id>
<title>${escaped(`${item.publisher}, ${item.section[language]}`)}</title>
<updated>${instantOf(item.at)}</updated>
</source>
<summary>${escaped(plainText(text?.markdown ?? ''))}</summary>
<content type="html">${escaped(markdownHtml(text?.markdown ?? '', { headingFrom: 2 }))}</content>
</entry>
`
  })
  .join('')}</feed>
`
}
