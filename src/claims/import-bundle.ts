import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { agreementsIn, type Agreement } from './agreement.ts'
import { organisationFacts, type OrganisationFacts } from './bundle.ts'
import { resolve, scopeOf, type Scope } from './quote.ts'
import { isOrganisation, type Bundle } from './read-bundle.ts'
import { findNewest, lockContent, type Origin } from './versions.ts'

/** Texts that carry no language: the files of a bundle that are not Markdown. */
export const noLanguage = '-'

/**
 * Publishes a bundle as the next version of its claim or of the foundation; the same bundle again changes nothing.
 * Agreements become published texts that never change (SG-06): refuses a differing text under a published version, words
 * that are published already under another version, a quote without a fact, and a claim whose foundation is not published. `by` is the
 * organiser who published it at the desk.
 */
export async function importBundle(ctx: Ctx, bundle: Bundle, { origin = 'folder', by }: { origin?: Origin; by?: string } = {}) {
  const { slug, kind } = bundle.facts
  await lockContent(ctx, slug)
  const latest = await findNewest(ctx.db, slug)
  if (latest?.sha256 === bundle.sha256) return done({ version: latest.version, published: false })

  const organisation = await organisationFor(ctx, bundle)
  if (!organisation) return refused('organisation-missing')
  const scope = scopeOf(bundle.facts, organisation)
  if (!everyQuoteIsKnown(bundle, scope)) return refused('unknown-fact')
  const agreements = await newAgreements(ctx, slug, agreementsIn(bundle.texts, scope))
  if (!agreements.ok) return agreements

  const version = (latest?.version ?? 0) + 1
  const { sha256 } = bundle
  await ctx.db
    .insertInto('content_version')
    .values({
      slug, version, kind, sha256, facts: JSON.stringify(bundle.facts), origin, published_by: by ?? null, published_at: ctx.now,
    })
    .execute()
  await ctx.db.insertInto('content_text').values(rowsOf(bundle, version)).execute()
  if (agreements.value.length > 0) {
    await ctx.db
      .insertInto('agreement_text')
      .values(agreements.value.map((agreement) => ({ slug, ...agreement, published_at: ctx.now })))
      .execute()
  }
  await record(ctx, 'claims.published', null, { slug, version, sha256, origin, agreements: agreements.value.length })
  await sql`select pg_notify('content', ${slug})`.execute(ctx.db)
  return done({ version, published: true })
}

async function organisationFor(ctx: Ctx, bundle: Bundle): Promise<OrganisationFacts | undefined> {
  if (isOrganisation(bundle)) return bundle.facts
  const row = await ctx.db
    .selectFrom('content_version')
    .select('facts')
    .where('slug', '=', 'organisation')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && organisationFacts.parse(row.facts)
}

const everyQuoteIsKnown = ({ texts }: Bundle, scope: Scope): boolean =>
  texts.every(({ raw, language }) => resolve(raw, language, scope).unknown.length === 0)

/** Those not published yet, after comparing the others word for word. */
async function newAgreements(ctx: Ctx, slug: string, agreements: Agreement[]) {
  const fresh: Agreement[] = []
  for (const agreement of agreements) {
    const { kind, version, language, sha256, summary } = agreement
    const published = await ctx.db
      .selectFrom('agreement_text')
      .select(['sha256', 'summary'])
      .where('slug', '=', slug)
      .where('kind', '=', kind)
      .where('version', '=', version)
      .where('language', '=', language)
      .executeTakeFirst()
    if (published && (published.sha256 !== sha256 || published.summary !== summary)) return refused('agreement-changed')
    if (published) continue
    const twin = await ctx.db.selectFrom('agreement_text').select('slug').where('sha256', '=', sha256).executeTakeFirst()
    if (twin || fresh.some((other) => other.sha256 === sha256)) return refused('agreement-repeated')
    fresh.push(agreement)
  }
  return done(fresh)
}

function rowsOf(bundle: Bundle, version: number) {
  const { slug } = bundle.facts
  const texts = new Map(bundle.texts.map((text) => [text.path, text]))
  return bundle.files.map(({ path, raw }) => {
    const text = texts.get(path)
    return { slug, version, language: text?.language ?? noLanguage, name: text?.name ?? path, title: text?.title ?? '', markdown: raw }
  })
}
