import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { claimFacts, organisationFacts, type AgreementKind, type ClaimFacts, type Language, type OrganisationFacts } from './bundle.ts'
import { lookingIn, pictureIn, readingTexts, sizeOf, type ClaimContent, type Content, type OrganisationContent } from './content.ts'
import { noLanguage } from './import-bundle.ts'
import { pictureFile, readPicture } from './picture-file.ts'
import { scopeOf } from './quote.ts'
import { readText } from './text-file.ts'

export type { ClaimContent, OrganisationContent, Text } from './content.ts'

type Facts = ClaimFacts | OrganisationFacts
type Published<F extends Facts> = Pick<Content<F>, 'slug' | 'version' | 'sha256' | 'publishedAt' | 'facts'>

/** An agreement in force, word for word as its hash says, and its place in the signing session. */
export interface AgreementText {
  kind: AgreementKind
  version: string
  language: string
  title: string
  summary: string
  body: string
  sha256: string
}
export interface SessionAgreement extends AgreementText {
  of: 'claim' | 'organisation'
  act: 'sign' | 'agree' | 'read'
}

const schemas = { claim: claimFacts, organisation: organisationFacts }

/** Claims the public may see, in the order of the foundation, each in its newest version; one in phase `draft` is not among them. */
export async function listClaims(db: Db): Promise<Published<ClaimFacts>[]> {
  const published = await newest(db)
  const order = published.find(isOrganisation)?.facts.claims ?? []
  const place = ({ slug }: { slug: string }) => (order.includes(slug) ? order.indexOf(slug) : order.length)
  return published.filter(isClaim).filter(({ facts }) => facts.phase !== 'draft').toSorted((a, b) => place(a) - place(b))
}

/** A claim in its newest version, texts in this language. Throws when no such claim is published. */
export async function getContent(db: Db, slug: string, language: Language): Promise<ClaimContent> {
  const published = await newest(db, [slug, 'organisation'])
  const claim = published.filter(isClaim).find((one) => one.slug === slug)
  if (!claim) throw new Error(`no claim ${slug} is published`)
  return withTexts(db, claim, published.find(isOrganisation), language)
}

/**
 * Several claims in their newest versions, texts in this language, in one query once their texts are known here; unpublished ones are left
 * out.
 */
export async function listContents(db: Db, slugs: readonly string[], language: Language): Promise<ClaimContent[]> {
  const published = await newest(db, [...slugs, 'organisation'])
  return Promise.all(published.filter(isClaim).map((claim) => withTexts(db, claim, published.find(isOrganisation), language)))
}

/** The foundation in its newest version, texts in this language. Throws when it has not been published. */
export async function getOrganisation(db: Db, language: Language): Promise<OrganisationContent> {
  const organisation = (await newest(db, ['organisation'])).find(isOrganisation)
  if (!organisation) throw new Error('no organisation is published')
  return withTexts(db, organisation, organisation, language)
}

/** The agreements someone who joins this claim today reads and signs, in the order of the signing session (domain 4). */
export async function listAgreements(db: Db, claimSlug: string, language: Language): Promise<SessionAgreement[]> {
  const versions = await newest(db, [claimSlug, 'organisation'])
  const claim = versions.filter(isClaim).find(({ slug }) => slug === claimSlug)
  if (!claim) throw new Error(`no claim ${claimSlug} is published`)
  return kept(`agreements/${versions.map(({ sha256 }) => sha256).join('/')}/${language}`, () => inForce(db, claim, versions, language))
}

/** Reads the agreements that the versions name; published texts never change, so this is done once for each set of versions. */
async function inForce(db: Db, claim: Published<ClaimFacts>, versions: Published<Facts>[],
  language: Language): Promise<SessionAgreement[]> {
  const claimSlug = claim.slug
  return Promise.all(
    claim.facts.agreements.map(async ({ kind, of, act }) => {
      const slug = of === 'claim' ? claimSlug : 'organisation'
      const content = versions.find((one) => one.slug === slug)
      if (!content) throw new Error(`${kind} of ${claimSlug} stands with the ${of}, which is not published`)
      const file = await db
        .selectFrom('content_text')
        .select('markdown')
        .where('slug', '=', slug)
        .where('version', '=', content.version)
        .where('language', '=', language)
        .where('name', '=', `agreements/${kind}`)
        .executeTakeFirstOrThrow()
      const version = readText(`agreements/${kind}`, file.markdown).text?.head?.version
      if (!version) throw new Error(`${language}/agreements/${kind} of ${slug} has no version`)
      return { ...(await getAgreement(db, slug, kind, version, language)), of, act }
    }),
  )
}

/** One version of an agreement, also one no longer in force; `slug` is a claim's or `organisation`. Throws when it was never published. */
export async function getAgreement(db: Db, slug: string, kind: AgreementKind, version: string, language: Language): Promise<AgreementText> {
  const row = await db
    .selectFrom('agreement_text')
    .select(agreementColumns)
    .where('slug', '=', slug)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('language', '=', language)
    .executeTakeFirst()
  if (!row) throw new Error(`${kind} ${version} of ${slug} is not published in ${language}`)
  return { ...row, kind }
}

/** The agreement whose exact text has this SHA-256 (hexadecimal), whatever its version. */
export async function findAgreementByHash(db: Db, sha256: string): Promise<(AgreementText & { slug: string }) | undefined> {
  const row = await db
    .selectFrom('agreement_text')
    .select([...agreementColumns, 'slug'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as AgreementKind }
}

const agreementColumns = ['kind', 'version', 'language', 'title', 'summary', 'body', 'sha256'] as const

async function newest(db: Db, slugs?: string[]): Promise<Published<Facts>[]> {
  const rows = await db
    .selectFrom('content_version')
    .distinctOn('slug')
    .select(['slug', 'kind', 'version', 'sha256', 'published_at'])
    .where(slugs ? sql<boolean>`slug = any(${slugs})` : sql<boolean>`true`)
    .orderBy('slug')
    .orderBy('version', 'desc')
    .execute()
  return Promise.all(
    rows.map(async ({ slug, kind, version, sha256, published_at }) => ({
      slug,
      version,
      sha256,
      publishedAt: published_at,
      facts: await kept(`facts/${sha256}`, () => readFacts(db, slug, version, kind as Facts['kind'])),
    })),
  )
}

/** The facts are large: every request asks which version is the newest, and only one of them reads what it says. */
async function readFacts(db: Db, slug: string, version: number, kind: Facts['kind']): Promise<Facts> {
  const row = await db
    .selectFrom('content_version')
    .select('facts')
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return schemas[kind].parse(row.facts)
}

async function withTexts<F extends Facts>(
  db: Db,
  published: Published<F>,
  organisation: Published<OrganisationFacts> | undefined,
  language: Language,
): Promise<Content<F>> {
  const { slug, version, sha256, facts } = published
  const texts = await kept(`texts/${sha256}/${organisation?.sha256}/${language}`, async () => {
    const rows = await db
      .selectFrom('content_text')
      .select(['name', 'markdown'])
      .where('slug', '=', slug)
      .where('version', '=', version)
      .where('language', '=', language)
      .execute()
    return readingTexts(rows, facts, language, scopeOf(facts, organisation?.facts))
  })
  const sizes = facts.kind === 'claim' ? await kept(`pictures/${sha256}`, () => readSizes(db, slug, version)) : []
  return { ...published, kind: facts.kind, language, ...lookingIn(texts), picture: pictureIn(facts, sizes, language) }
}

/** Of the files of pictures only what pages say of them is remembered. */
const readSizes = async (db: Db, slug: string, version: number) =>
  (await pictureRows(db, slug).where('version', '=', version).execute()).flatMap(sizeOf)

const pictureRows = (db: Db, slug: string) => db.selectFrom('content_text').select(['name as path', 'markdown as raw'])
  .where('slug', '=', slug).where('language', '=', noLanguage).where('name', 'like', 'pictures/%')

/** The bytes of a picture of a claim's newest version; undefined where it has none of this id and hash now. */
export async function findPicture(
  db: Db, claim: Pick<ClaimContent, 'slug' | 'version'>, id: string, hash: string,
): Promise<Buffer | undefined> {
  const row = await pictureRows(db, claim.slug).where('version', '=', claim.version).where('name', '=', pictureFile(id)).executeTakeFirst()
  const picture = row && readPicture(row)
  return picture?.hash === hash ? picture.bytes : undefined
}

const isClaim = (published: Published<Facts>): published is Published<ClaimFacts> => published.facts.kind === 'claim'
const isOrganisation = (published: Published<Facts>): published is Published<OrganisationFacts> => published.facts.kind === 'organisation'

/** Content is named by its hash, so what was read once stays true; only as much is kept as a few claims in two languages need. */
const memory = new Map<string, unknown>()
function kept<T>(key: string, read: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known as T
  if (memory.size >= 200) memory.clear()
  const value = read()
  memory.set(key, value)
  if (value instanceof Promise) value.catch(() => memory.delete(key))
  return value
}
