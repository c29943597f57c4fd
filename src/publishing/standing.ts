import { agreementsIn, type Agreement } from '#claims/agreement.ts'
import type { OrganisationFacts } from '#claims/bundle.ts'
import { lockedFiles } from '#claims/check/agreement-lock.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { scopeOf } from '#claims/quote.ts'
import { bundleOf, type Bundle, type Finding } from '#claims/read-bundle.ts'
import { findNewest, type Version } from '#claims/versions.ts'
import { findDraftBundle, type WorkingCopy } from '#drafting/draft-bundle.ts'
import type { Db } from '#platform/ctx.ts'
import { touchesAgreements } from './agreement-changes.ts'
import { breaksClaims } from './breaks-claims.ts'
import type { FactChange } from './compare-facts.ts'

/** Why a draft cannot be published as it is, by one person. */
export type Obstacle = 'draft-has-findings' | 'content-moved-on' | 'phase-not-moved' | 'nothing-changed' | 'agreements-by-two'

/** A draft beside what is published: what would come out, and what stands in its way. */
export interface Standing {
  slug: string
  draft: WorkingCopy
  /** Exactly what would be published, new agreements locked. Undefined while the facts cannot be read. */
  bundle: Bundle | undefined
  newest: Version | undefined
  published: Bundle | undefined
  findings: Finding[]
  /** What a new version of the foundation would spoil in published claims; paths begin with the claim. */
  breaks: Finding[]
  /** Agreements that would be new or in force in another version; their publication needs two people (SE-03). */
  agreements: Agreement[]
  /** Facts around the agreements that two people change too, value by value. */
  terms: FactChange[]
  obstacles: Obstacle[]
}

/** How the draft of a claim or of the foundation stands; undefined where there is none. */
export async function findStanding(db: Db, slug: string): Promise<Standing | undefined> {
  const draft = await findDraftBundle(db, slug)
  if (!draft) return undefined
  const newest = await findNewest(db, slug)
  const files = await findPublishedFiles(db, slug)
  const published = files && bundleOf(slug, files.files).bundle
  const bundle = draft.bundle && lockedBundle(draft.bundle, draft.organisation)
  const findings = ofDraft(draft, newest)
  const breaks = bundle ? await breaksClaims(db, bundle) : []
  const { touched, agreements, terms } = bundle ? changesOf(published, bundle, draft.organisation) : { touched: false, agreements: [], terms: [] }
  const obstacles: [Obstacle, boolean][] = [
    ['content-moved-on', draft.basedOn !== newest?.version],
    ['phase-not-moved', bundle !== undefined && phaseOf(bundle) !== phaseOf(published)],
    ['draft-has-findings', findings.length + breaks.length > 0 || !bundle],
    ['nothing-changed', bundle !== undefined && bundle.sha256 === newest?.sha256],
    ['agreements-by-two', touched],
  ]
  return {
    slug, draft, bundle, newest, published, findings, breaks, agreements, terms,
    obstacles: obstacles.flatMap(([name, stands]) => (stands ? [name] : [])),
  }
}

/** The foundation lists a claim as soon as it is published for the first time; until then that it does not is no fault of the draft. */
const ofDraft = ({ findings }: WorkingCopy, newest: Version | undefined): Finding[] =>
  newest ? findings : findings.filter(({ code }) => code !== 'not-listed')

/** A bundle with its new agreements in the lock, as a folder needs it that is exported later. */
export function lockedBundle(bundle: Bundle, organisation: OrganisationFacts | undefined): Bundle {
  const locked = bundleOf(bundle.facts.slug, lockedFiles(bundle, scopeOf(bundle.facts, organisation))).bundle
  if (!locked) throw new Error(`the files of ${bundle.facts.slug} cannot be read once they are locked`)
  return locked
}

function changesOf(before: Bundle | undefined, after: Bundle, organisation: OrganisationFacts | undefined) {
  const changed = touchesAgreements(before, after)
  const agreements = agreementsIn(after.texts, scopeOf(after.facts, organisation))
    .filter(({ kind, language }) => changed.texts.includes(`${language}/agreements/${kind}`))
  return { touched: changed.texts.length > 0 || changed.terms, agreements, terms: changed.termChanges }
}

/** The phase moves in its own act (domain 9.1), so a draft carries the published one, and `draft` before anything is published. */
const phaseOf = (bundle: Bundle | undefined) => {
  if (!bundle) return 'draft'
  return bundle.facts.kind === 'claim' ? bundle.facts.phase : undefined
}
