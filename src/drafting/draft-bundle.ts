import { agreementsIn } from '#claims/agreement.ts'
import { checkBundle, hostFindings } from '#claims/check.ts'
import { listHosts, type Hosted } from '#claims/check/hosts.ts'
import { organisationFacts, type AgreementKind, type OrganisationFacts } from '#claims/bundle.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { bundleOf, sha256, type Bundle, type BundleFile, type Finding } from '#claims/read-bundle.ts'
import { say } from '#claims/sayings.ts'
import type { Actor, Db } from '#platform/ctx.ts'
import { lockDraft } from './draft.ts'

/** The files of a claim or of the foundation as they are being worked on, and all that keeps them from being published. */
export interface WorkingCopy {
  slug: string
  files: BundleFile[]
  /** Undefined while the facts cannot be read at all. */
  bundle: Bundle | undefined
  findings: Finding[]
  /** The foundation behind a claim, as it is published; of the foundation itself, its own facts. */
  organisation: OrganisationFacts | undefined
  /** Versions of agreements that are published, as `mandate 2026-07-01`: their words stand. */
  publishedAgreements: string[]
  /** False: nobody has begun to change it, these are the published files. */
  drafted: boolean
  /** The published version it began from; undefined where nothing was published. */
  basedOn: number | undefined
  changedAt: Date | undefined
  changedBy: Actor | undefined
}

/** The working copy, if somebody began one. With `lock` nobody changes it until the transaction ends. */
export async function findDraftBundle(db: Db, slug: string, { lock = false } = {}): Promise<WorkingCopy | undefined> {
  if (lock) await lockDraft({ db }, slug)
  const base = await db.selectFrom('content_draft_base').select('version').where('slug', '=', slug).executeTakeFirst()
  if (!base) return undefined
  const rows = await db.selectFrom('content_draft').select(['path', 'raw', 'changed_by', 'changed_at']).where('slug', '=', slug)
    .orderBy('path').execute()
  const last = rows.reduce<(typeof rows)[number] | undefined>(
    (latest, row) => (!latest || row.changed_at > latest.changed_at ? row : latest), undefined,
  )
  return {
    ...await checkFiles(db, slug, rows.map(({ path, raw }) => ({ path, raw }))),
    drafted: true, basedOn: base.version ?? undefined, changedAt: last?.changed_at, changedBy: last?.changed_by as Actor | undefined,
  }
}

/** The working copy, or the published files where nobody began one; undefined where there is neither. */
export async function findWorkingCopy(db: Db, slug: string): Promise<WorkingCopy | undefined> {
  const draft = await findDraftBundle(db, slug)
  if (draft) return draft
  const published = await findPublishedFiles(db, slug)
  if (!published) return undefined
  return {
    ...(await checkFiles(db, slug, published.files)), drafted: false, basedOn: published.version, changedAt: undefined,
    changedBy: undefined,
  }
}

/** What the check says of files of a claim or of the foundation, as they would stand among what is published. */
export async function checkFiles(db: Db, slug: string, files: BundleFile[]) {
  const [organisation, published] = [await organisationFor(db, slug), await publishedAgreements(db)]
  const [claims, hosted] = slug === 'organisation' ? [await claimFiles(db), []] : [[], await listHosts(db)]
  const around = { organisation, published, claims, hosted }
  const found = remembered(JSON.stringify([slug, files, around]), () => findingsOf(slug, files, around))
  const own = published.filter((one) => one.slug === slug)
  return { slug, files, ...found, publishedAgreements: [...new Set(own.map(({ kind, version }) => `${kind} ${version}`))] }
}

interface Around {
  organisation: OrganisationFacts | undefined
  published: PublishedAgreement[]
  claims: { slug: string; files: BundleFile[] }[]
  /** Host names of published claims. */
  hosted: Hosted[]
}

function findingsOf(slug: string, files: BundleFile[], { organisation: publicOne, published, claims, hosted }: Around) {
  const { bundle, findings } = bundleOf(slug, files)
  const organisation = bundle?.facts.kind === 'organisation' ? bundle.facts : publicOne
  const all = bundle
    ? [...findings, ...checkBundle(bundle, organisation, comparedWith(slug, published)), ...hostFindings(bundle, hosted)] : findings
  const elsewhere = bundle?.facts.kind === 'organisation' ? inClaims(claims, published, publicOne, bundle.facts) : []
  return { bundle, organisation, findings: [...all.map((finding) => ({ ...finding, path: insideOf(slug, finding.path) })), ...elsewhere] }
}

/** Claims quote the foundation: what a change of it makes wrong there is to be mended before it is published. */
function inClaims(
  claims: Around['claims'], published: PublishedAgreement[], before: OrganisationFacts | undefined,
  after: OrganisationFacts,
): Finding[] {
  return claims.flatMap(({ slug, files }) => {
    const { bundle } = bundleOf(slug, files)
    if (!bundle || !before) return []
    const found = (facts: OrganisationFacts) => checkBundle(bundle, facts, comparedWith(slug, published))
    const known = new Set(found(before).map(({ path, line, message }) => `${path}:${line} ${message}`))
    return found(after).filter(({ path, line, message }) => !known.has(`${path}:${line} ${message}`))
      .map((finding) => ({ ...finding, path: `claims/${finding.path}` }))
  })
}

/** The claims of the foundation as they are being worked on, or else as they are published. */
async function claimFiles(db: Db): Promise<Around['claims']> {
  const slugs = await db.selectFrom('content_version').select('slug').distinct().where('kind', '=', 'claim').orderBy('slug').execute()
  return Promise.all(slugs.map(async ({ slug }) => {
    const drafted = await db.selectFrom('content_draft').select(['path', 'raw']).where('slug', '=', slug).orderBy('path').execute()
    return { slug, files: drafted.length ? drafted : (await findPublishedFiles(db, slug))?.files ?? [] }
  }))
}

/** The same files have the same findings; a few working copies are looked at again and again. */
const memory = new Map<string, ReturnType<typeof findingsOf>>()
function remembered(known: string, find: () => ReturnType<typeof findingsOf>): ReturnType<typeof findingsOf> {
  const key = sha256(known)
  const found = memory.get(key) ?? find()
  if (memory.size >= 30) memory.clear()
  memory.set(key, found)
  return found
}

/** A finding names its file inside the working copy: there is no folder. */
const insideOf = (slug: string, path: string) => (path.startsWith(`${slug}/`) ? path.slice(slug.length + 1) : path)

/** A claim that was never published is on the foundation's list from the moment it is. */
async function organisationFor(db: Db, slug: string): Promise<OrganisationFacts | undefined> {
  const rows = await db.selectFrom('content_version').distinctOn('slug').select(['slug', 'facts'])
    .where('slug', 'in', ['organisation', slug]).orderBy('slug').orderBy('version', 'desc').execute()
  const row = rows.find((one) => one.slug === 'organisation')
  const facts = row && organisationFacts.parse(row.facts)
  return facts && (rows.length > 1 || facts.claims.includes(slug) ? facts : { ...facts, claims: [...facts.claims, slug] })
}

interface PublishedAgreement { slug: string; kind: AgreementKind; version: string; language: string; sha256: string; summary: string }

const publishedAgreements = async (db: Db): Promise<PublishedAgreement[]> =>
  (await db.selectFrom('agreement_text').select(['slug', 'kind', 'version', 'language', 'sha256', 'summary'])
    .execute()) as PublishedAgreement[]

/** In place of the lock file, which only a folder needs: a published agreement never changes, and no two have the same words (SG-06). */
const comparedWith = (slug: string, published: PublishedAgreement[]): NonNullable<Parameters<typeof checkBundle>[2]> =>
  (bundle, scope, report) => {
    for (const { kind, version, language, sha256, summary } of agreementsIn(bundle.texts, scope)) {
      const path = `${language}/agreements/${kind}.md`
      const same = (one: PublishedAgreement) =>
        one.slug === slug && one.kind === kind && one.version === version && one.language === language
      const before = published.find(same)
      const key = `${kind} ${version}`
      if (before && (before.sha256 !== sha256 || before.summary !== summary)) report(path, say('changed-since-published', { key }))
      const twin = published.find((one) => !same(one) && one.sha256 === sha256)
      if (twin) report(path, say('same-words', { key, twin: `${twin.kind} ${twin.version}` }))
    }
  }
