import type { Agreement } from '#claims/agreement.ts'
import { checkBundle } from '#claims/check.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { bundleOf, isOrganisation, sha256, type Bundle, type BundleFile, type Finding } from '#claims/read-bundle.ts'
import { say } from '#claims/sayings.ts'
import { findNewest } from '#claims/versions.ts'
import type { OrganisationFacts } from '#claims/bundle.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { zone } from '#publishing/plans/due.ts'
import { agreementsOf, feeOf, rewordedKinds, withFee, withVersion } from './fee-files.ts'

/** The foundation or a claim with another fee, as it would be published. */
export interface FeeBundle {
  slug: string
  /** What is published now. */
  version: number
  files: BundleFile[]
  before: Bundle
  after: Bundle
  /** Agreements that state the fee: they would come into force in a new version. */
  agreements: Agreement[]
}

/** The registration fee, changed in the foundation and in every published claim at once (MO-09). */
export interface FeeChange {
  from: number
  to: number
  /** The version of every agreement that states the fee. */
  version: string
  /** The foundation first. */
  bundles: FeeBundle[]
  /** What another fee would make wrong, such as an amount typed into a text; paths begin with `claims/` and the claim. */
  findings: Finding[]
  /** Names exactly this change: the amounts and every agreement word for word. */
  id: string
}

interface Asked { to: number; version?: string | undefined }

/** What another fee would change; undefined where no foundation is published or its facts name no fee. Amounts in cents. */
export async function findFeeChange({ db, now }: Pick<Ctx, 'db' | 'now'>, { to, version }: Asked): Promise<FeeChange | undefined> {
  const published = await listPublished(db)
  const foundation = published.find(({ before }) => isOrganisation(before))?.before
  if (!foundation || !isOrganisation(foundation)) return undefined
  const from = feeOf(foundation.facts)
  if (from === undefined) return undefined
  const percent = foundation.facts.facts['vatPercent']
  const fees = published.map((one) => ({ ...one, after: withFee(one.before, to, percent && 'percent' in percent ? percent.percent : 21) }))
  const after = fees.map((one) => one.after).find(isOrganisation)
  if (!after) return undefined
  const facts = { was: foundation.facts, is: after.facts }
  const reworded = fees.map((one) => ({ ...one, kinds: rewordedKinds(one.before, one.after, facts) }))
  const fresh = version ?? await freshVersion({ db, now }, reworded)
  const bundles = reworded.map(({ kinds, ...one }): FeeBundle => {
    const whole = withVersion(one.after, kinds, fresh, after.facts)
    return { ...one, after: whole, agreements: agreementsOf(whole, kinds, after.facts) }
  })
  const findings = [...bundles.flatMap((one) => spoiled(one, facts)), ...await repeated(db, bundles)]
  return { from, to, version: fresh, bundles, findings, id: idOf({ from, to, version: fresh, bundles }) }
}

type Published = Omit<FeeBundle, 'after' | 'agreements'>

async function listPublished(db: Db): Promise<Published[]> {
  const slugs = await db.selectFrom('content_version').select('slug').distinct().orderBy('slug').execute()
  const found: Published[] = []
  for (const { slug } of slugs.toSorted((a, b) => Number(b.slug === 'organisation') - Number(a.slug === 'organisation'))) {
    const [files, newest] = [await findPublishedFiles(db, slug), await findNewest(db, slug)]
    const before = files && bundleOf(slug, files.files).bundle
    if (files && newest && before) found.push({ slug, version: newest.version, files: files.files, before })
  }
  return found
}

/** The day, with a number where any of these agreements has a version of that day. */
async function freshVersion({ db, now }: Pick<Ctx, 'db' | 'now'>, reworded: readonly { slug: string; kinds: string[] }[]): Promise<string> {
  const day = dayIn(zone, now)
  const rows = await db.selectFrom('agreement_text').select(['slug', 'kind', 'version']).where('version', 'like', `${day}%`).execute()
  const taken = new Set(rows.filter(({ slug, kind }) => reworded.some((one) => one.slug === slug && one.kinds.includes(kind)))
    .map(({ version }) => version))
  return [day, ...Array.from({ length: 99 }, (_, at) => `${day}.${at + 2}`)].find((one) => !taken.has(one)) ?? day
}

/** What is wrong with another fee and was not before; agreements have their own check when they are published. */
function spoiled({ slug, before, after }: FeeBundle, { was, is }: { was: OrganisationFacts; is: OrganisationFacts }): Finding[] {
  const wrongIn = (bundle: Bundle, organisation: OrganisationFacts) => checkBundle(bundle, organisation, () => undefined)
  const known = new Set(wrongIn(before, was).map(({ path, message }) => `${path}\n${message}`))
  return wrongIn(after, is).filter(({ path, message }) => !known.has(`${path}\n${message}`))
    .map((finding) => (slug === 'organisation' ? finding : { ...finding, path: `claims/${finding.path}` }))
}

/** Agreements that would read as a version published at that fee before did: a signature could not tell them apart (SG-06). */
async function repeated(db: Db, bundles: readonly FeeBundle[]): Promise<Finding[]> {
  const fresh = bundles.flatMap(({ slug, agreements }) => agreements.map((one) => ({ ...one, slug })))
  if (!fresh.length) return []
  const twins = await db.selectFrom('agreement_text').select(['kind', 'version', 'sha256'])
    .where('sha256', 'in', fresh.map((one) => one.sha256)).execute()
  return fresh.flatMap(({ slug, kind, version, language, sha256: words }) => {
    const twin = twins.find((one) => one.sha256 === words)
    const inside = `${slug}/${language}/agreements/${kind}.md`
    return twin ? [{ path: slug === 'organisation' ? inside : `claims/${inside}`, line: 1,
      ...say('same-words', { key: `${kind} ${version}`, twin: `${twin.kind} ${twin.version}` }) }] : []
  })
}

const idOf = ({ from, to, version, bundles }: Omit<FeeChange, 'id' | 'findings'>): string =>
  sha256(
    JSON.stringify([
      from, to, version,
      bundles.map(({ slug, agreements }) => [
        slug, agreements.map(({ kind, language, sha256: hash, summary }) => [kind, language, hash, summary]),
      ]),
    ]),
  )
