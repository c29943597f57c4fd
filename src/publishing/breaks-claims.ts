import { checkBundle } from '#claims/check.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { bundleOf, isOrganisation, type Bundle, type Finding } from '#claims/read-bundle.ts'
import { findOrganisationFacts } from '#claims/versions.ts'
import type { Db } from '#platform/ctx.ts'
import type { OrganisationFacts } from '#claims/bundle.ts'

/**
 * What a new version of the foundation would spoil in published claims: a fact they quote that is gone, another fee (MO-09), a claim that
 * is no longer listed. What was wrong before is not told again. Of a claim: nothing.
 */
export async function breaksClaims(db: Db, bundle: Bundle): Promise<Finding[]> {
  if (!isOrganisation(bundle)) return []
  const before = await findOrganisationFacts(db)
  const findings: Finding[] = []
  for (const slug of before?.claims ?? []) {
    const published = await findPublishedFiles(db, slug)
    const claim = published && bundleOf(slug, published.files).bundle
    if (!claim) continue
    const known = new Set(wrongIn(claim, before).map(({ path, message }) => `${path}\n${message}`))
    findings.push(...wrongIn(claim, bundle.facts).filter(({ path, message }) => !known.has(`${path}\n${message}`)))
  }
  return findings
}

/** Published agreements stand as they were published, whatever the foundation says later. */
const wrongIn = (claim: Bundle, organisation: OrganisationFacts | undefined): Finding[] =>
  checkBundle(claim, organisation, () => undefined).filter(({ path }) => !path.includes('/agreements/'))
