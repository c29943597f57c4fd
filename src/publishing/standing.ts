import { agreementsIn, type Agreement } from '#claims/agreement.ts'
import type { OrganisationFacts } from '#claims/bundle.ts'
import { lockedFiles } from '#claims/check/agreement-lock.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { scopeOf } from '#claims/quote.ts'
import { bundleOf, sha256, type Bundle, type BundleFile, type Finding } from '#claims/read-bundle.ts'
import { findNewest, type Version } from '#claims/versions.ts'
import { checkFiles, findDraftBundle, type WorkingCopy } from '#drafting/draft-bundle.ts'
import type { Db } from '#platform/ctx.ts'
import { touchesAgreements, type AgreementChanges } from './agreement-changes.ts'
import { breaksClaims } from './breaks-claims.ts'
import { compareFiles } from './compare.ts'
import { compareFacts, type FactChange } from './compare-facts.ts'
import { splitDraft } from './split.ts'

/** Why a draft cannot be published as it is, by one person. */
export type Obstacle = 'draft-has-findings' | 'content-moved-on' | 'phase-not-moved' | 'nothing-changed' | 'agreements-by-two'

/** What would be published at once, and what stands in its way. */
export interface Publishable {
  /** Exactly what would be published, new agreements locked. Undefined while the facts cannot be read. */
  bundle: Bundle | undefined
  findings: Finding[]
  /** What a new version of the foundation would spoil in published claims; paths begin with the claim. */
  breaks: Finding[]
  obstacles: Obstacle[]
}

/** What a draft holds that only two people publish (SE-03), on top of the published version; the rest of the draft stays a draft. */
export interface ByTwo extends Publishable {
  /** Agreements that would be new or in force in another version. */
  agreements: Agreement[]
  /** Facts that change with them, value by value: terms, and what the agreements quote. */
  terms: FactChange[]
  /** Names exactly these agreements and facts, whatever else is published or written meanwhile. */
  id: string
  /** Nothing is published yet, or these cannot stand without the rest: then the whole draft is published with them. */
  whole: boolean
}

/** A draft beside what is published: what one person may publish of it, which is all of it unless two people are needed for a part. */
export interface Standing extends Publishable {
  slug: string
  draft: WorkingCopy
  newest: Version | undefined
  published: Bundle | undefined
  byTwo: ByTwo | undefined
}

/** How the draft of a claim or of the foundation stands; undefined where there is none. */
export async function findStanding(db: Db, slug: string): Promise<Standing | undefined> {
  const draft = await findDraftBundle(db, slug)
  if (!draft) return undefined
  const newest = await findNewest(db, slug)
  const files = await findPublishedFiles(db, slug)
  const published = files && bundleOf(slug, files.files).bundle
  const around: Around = { db, slug, draft, newest, published }
  const whole = await publishable(around, draft)
  const shared = { slug, draft, newest, published }
  const touched = draft.bundle && touchesAgreements(published, draft.bundle)
  if (!touched || !draft.bundle || !(touched.texts.length || touched.terms)) return { ...shared, ...whole, byTwo: undefined }
  if (!published) return { ...shared, ...byTwoOnly(whole), byTwo: byTwoOf(around, whole, { touched, isWhole: true }) }
  const split = splitDraft(published, draft.bundle)
  const part = await publishable(around, await checkFiles(db, slug, split.byTwo))
  const isWhole = !isClean(part) && isClean(whole)
  const rest = await publishable(around, await checkFiles(db, slug, split.rest))
  return {
    ...shared, ...(saysNothing(around, rest) || (isClean(whole) && !isClean(rest)) ? byTwoOnly(rest) : rest),
    byTwo: byTwoOf(around, isWhole ? whole : part, { touched, isWhole }),
  }
}

interface Around extends Pick<Standing, 'slug' | 'draft' | 'newest' | 'published'> { db: Db }
interface Checked { bundle: Bundle | undefined; findings: Finding[]; files: BundleFile[] }

async function publishable({ db, draft, newest, published }: Around, checked: Checked): Promise<Publishable> {
  const bundle = checked.bundle && lockedBundle(checked.bundle, draft.organisation)
  const findings = newest ? checked.findings : checked.findings.filter(isFault)
  const breaks = bundle ? await breaksClaims(db, bundle) : []
  const obstacles: [Obstacle, boolean][] = [
    ['content-moved-on', draft.basedOn !== newest?.version],
    ['phase-not-moved', bundle !== undefined && phaseOf(bundle) !== phaseOf(published)],
    ['draft-has-findings', findings.length + breaks.length > 0 || !bundle],
    ['nothing-changed', bundle !== undefined && bundle.sha256 === newest?.sha256],
  ]
  return { bundle, findings, breaks, obstacles: obstacles.flatMap(([name, stands]) => (stands ? [name] : [])) }
}

/** The foundation lists a claim as soon as it is published for the first time; until then that it does not is no fault of the draft. */
const isFault = ({ code }: Finding): boolean => code !== 'not-listed'

const isClean = ({ bundle, findings, breaks }: Publishable): boolean => bundle !== undefined && findings.length + breaks.length === 0

/** Of a draft that holds nothing else, or whose rest leans on what two people publish, one person publishes nothing. */
const byTwoOnly = (half: Publishable): Publishable => ({
  ...half, obstacles: [...half.obstacles.filter((one) => one === 'content-moved-on' || one === 'phase-not-moved'), 'agreements-by-two'],
})

function saysNothing({ published }: Around, { bundle }: Publishable): boolean {
  const { facts, texts } = compareFiles(published?.files ?? [], bundle?.files ?? [])
  return bundle !== undefined && !facts.length && !texts.length
}

function byTwoOf({ slug, draft, newest, published }: Around, half: Publishable,
  { touched, isWhole }: { touched: AgreementChanges; isWhole: boolean }): ByTwo {
  const { bundle } = half
  const agreements = bundle ? agreementsIn(bundle.texts, scopeOf(bundle.facts, draft.organisation))
    .filter(({ kind, language }) => touched.texts.includes(`${language}/agreements/${kind}`)) : []
  const terms = isWhole ? touched.termChanges : compareFacts(rawFacts(published), rawFacts(bundle))
  const exact = isWhole ? [newest?.version ?? 0, bundle?.sha256]
    : [touched.texts, agreements.map(({ version, sha256: hash, summary }) => [version, hash, summary]), terms]
  return { ...half, agreements, terms, id: sha256(JSON.stringify([slug, exact])), whole: isWhole }
}

const rawFacts = (bundle: Bundle | undefined): string | undefined => bundle?.files.find(({ path }) => path === bundle.factsFile)?.raw

/** A bundle with its new agreements in the lock, as a folder needs it that is exported later. */
function lockedBundle(bundle: Bundle, organisation: OrganisationFacts | undefined): Bundle {
  const locked = bundleOf(bundle.facts.slug, lockedFiles(bundle, scopeOf(bundle.facts, organisation))).bundle
  if (!locked) throw new Error(`the files of ${bundle.facts.slug} cannot be read once they are locked`)
  return locked
}

/** The phase moves in its own act (domain 9.1), so a draft carries the published one, and `draft` before anything is published. */
const phaseOf = (bundle: Bundle | undefined) => {
  if (!bundle) return 'draft'
  return bundle.facts.kind === 'claim' ? bundle.facts.phase : undefined
}
