import { sql } from 'kysely'
import type { OrganisationFacts } from '#claims/bundle.ts'
import { setFact } from '#drafting/change-facts.ts'
import { findWorkingCopy } from '#drafting/draft-bundle.ts'
import { openFacts, valueAt } from '#drafting/facts-file.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'

export type Disclosure = OrganisationFacts['disclosures'][number]

/** Changes one item of the public page in the draft of the foundation. Refuses an item that the facts do not list. */
export async function changeDisclosure(ctx: Ctx, { id, adopted, published, supplied }: Disclosure) {
  const working = await findWorkingCopy(ctx.db, 'organisation')
  const facts = working && openFacts(working.files)
  const listed = facts && valueAt(facts.document, ['disclosures'])
  const at = Array.isArray(listed) ? listed.findIndex((item) => (item as Disclosure).id === id) : -1
  if (at < 0) return refused('no-such-text')
  for (const [name, value] of Object.entries({ adopted, published, supplied })) {
    const set = await setFact(ctx, 'organisation', ['disclosures', at, name], value)
    if (!set.ok) return set
  }
  return done()
}

/** A version of the foundation in which an item of the public page changed. */
export interface DisclosureVersion {
  version: number
  publishedAt: Date
  adopted: string | undefined
  published: string | undefined
  supplied: boolean
}

/** The versions in which an item changed, its days or its words in either language, the newest first (WEB-10). */
export async function listDisclosureVersions(db: Db, item: string): Promise<DisclosureVersion[]> {
  const { rows } = await sql<{ version: number; published_at: Date; disclosure: Disclosure }>`
    with items as (
      select v.version, v.published_at, d as disclosure,
        (select md5(string_agg(markdown, '' order by language)) from content_text t
          where t.slug = 'organisation' and t.version = v.version and t.name = ${`transparency/${item}`}) as words
      from content_version v cross join jsonb_array_elements(v.facts -> 'disclosures') d
      where v.slug = 'organisation' and d ->> 'id' = ${item}),
    steps as (
      select items.*, lag(words) over (order by version) as words_before, lag(disclosure) over (order by version) as before from items)
    select version, published_at, disclosure from steps
    where before is distinct from disclosure or words_before is distinct from words order by version desc`.execute(db)
  return rows.map(({ version, published_at: publishedAt, disclosure: { adopted, published, supplied } }) =>
    ({ version, publishedAt, adopted, published, supplied }))
}
