import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import type { ClaimFacts } from './bundle.ts'

/** A document of a claim with the day it bears and when this site first published it. */
export interface PublishedDocument {
  claim: string
  id: string
  on: string
  audience: ClaimFacts['documents'][number]['audience']
  publishedAt: Date
}

/**
 * The documents in the newest version of some claims, in one query, with when each was first published here. A correction of something
 * else publishes the claim anew and does not make its documents younger.
 */
export async function listDocuments(db: Db,
  claims: readonly { slug: string; facts: Pick<ClaimFacts, 'documents'> }[]): Promise<PublishedDocument[]> {
  if (!claims.length) return []
  const { rows } = await sql<{ slug: string; id: string; at: Date }>`
    select slug, document ->> 'id' as id, min(published_at) as at
    from content_version cross join jsonb_array_elements(facts -> 'documents') as document
    where kind = 'claim' and slug = any(${claims.map(({ slug }) => slug)}) group by 1, 2`.execute(db)
  return claims.flatMap(({ slug, facts }) => facts.documents.flatMap(({ id, on, audience }): PublishedDocument[] => {
    const first = rows.find((row) => row.slug === slug && row.id === id)
    return first ? [{ claim: slug, id, on, audience, publishedAt: first.at }] : []
  }))
}
