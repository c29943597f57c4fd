import type { Db } from '#platform/ctx.ts'
import { agreementKinds, type AgreementKind, type Language } from './bundle.ts'
import type { AgreementText } from './queries.ts'

/** A version of an agreement as it was published. */
export interface AgreementVersion extends AgreementText {
  slug: string
  publishedAt: Date
}

/** All published versions of one agreement in a language, the one in force first. `slug` is the claim's, or `organisation`. */
export async function listAgreementVersions(db: Db, slug: string, kind: string, language: Language): Promise<AgreementVersion[]> {
  const known = agreementKinds.find((one) => one === kind)
  if (!known) return []
  const rows = await db
    .selectFrom('agreement_text')
    .select(['slug', 'version', 'language', 'title', 'summary', 'body', 'sha256', 'published_at'])
    .where('slug', '=', slug)
    .where('kind', '=', known)
    .where('language', '=', language)
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ published_at, ...row }) => ({ ...row, kind: known satisfies AgreementKind, publishedAt: published_at }))
}
