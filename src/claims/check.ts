import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { checkLock, lockNewVersions } from '#claims/check/agreement-lock.ts'
import { checkFacts } from '#claims/check/facts.ts'
import { checkHosts, type Hosted } from '#claims/check/hosts.ts'
import { checkPictures } from '#claims/check/pictures.ts'
import { checkDifferences, checkPresence, checkText, lineAt } from '#claims/check/texts.ts'
import type { OrganisationFacts } from './bundle.ts'
import { scopeOf } from './quote.ts'
import { isOrganisation, readBundle, type Bundle, type Finding } from './read-bundle.ts'
import { say, type Said } from './sayings.ts'

/** The bundles of a content folder that could be read, the foundation's first, and all that is wrong with them. */
export interface Checked {
  bundles: Bundle[]
  organisation: Bundle<OrganisationFacts> | undefined
  findings: Finding[]
}

/** Reads and checks a content folder: `organisation/` and every folder of `claims/`. */
export async function checkContent(content: string): Promise<Checked> {
  const claims = existsSync(join(content, 'claims')) ? await readdir(join(content, 'claims'), { withFileTypes: true }) : []
  const names = claims.filter((entry) => entry.isDirectory()).map((entry) => join('claims', entry.name))
  const folders = ['organisation', ...names.toSorted()].map((name) => join(content, name)).filter((folder) => existsSync(folder))
  const readings = await Promise.all(folders.map(readBundle))
  const bundles = readings.flatMap(({ bundle }) => bundle ?? [])
  const organisation = bundles.find(isOrganisation)
  const findings = readings.flatMap((reading) => reading.findings)
  const hosted = bundles.flatMap(({ facts }): Hosted[] => (facts.kind === 'claim' ? [facts] : []))
  for (const bundle of bundles) findings.push(...checkBundle(bundle, organisation?.facts), ...hostFindings(bundle, hosted))
  for (const [index, slug] of (organisation?.facts.claims ?? []).entries()) {
    if (names.includes(join('claims', slug))) continue
    findings.push({
      path: join(content, 'organisation', 'organisation.yaml'),
      line: organisation?.lineOf(['claims', index]) ?? 1,
      ...say('no-claim', { slug }),
      at: ['claims', index],
    })
  }
  return { bundles, organisation, findings: inOrder(findings) }
}

/** What is wrong with the host names of a bundle beside those of other claims. */
export function hostFindings({ facts, folder, factsFile, lineOf }: Bundle, others: readonly Hosted[]): Finding[] {
  const findings: Finding[] = []
  if (facts.kind === 'claim')
    checkHosts(facts, others, (at, said) => findings.push({ path: join(folder, factsFile), line: lineOf(at), ...said, at }))
  return findings
}

/** Of one file nobody reads more at a time; a text made of faults would take minutes to tell. */
const mostFindings = 100

/** Says what is wrong with the agreements of a bundle. */
export type CheckAgreements = typeof checkLock

/**
 * Checks one bundle as a whole; what is wrong with a single file, `readBundle` has said already. Agreements are compared with the lock of
 * the bundle, unless the caller knows the published ones.
 */
export function checkBundle(bundle: Bundle, organisation: OrganisationFacts | undefined,
  checkAgreements: CheckAgreements = checkLock): Finding[] {
  const findings: Finding[] = []
  const told = new Map<string, number>()
  const report = (path: string, line: () => number, said: Said, at?: PropertyKey[]) => {
    const before = told.get(path) ?? 0
    told.set(path, before + 1)
    if (before < mostFindings) findings.push({ path: join(bundle.folder, path), line: line(), ...said, ...(at && { at }) })
  }
  const fact = (at: PropertyKey[], said: Said) => report(bundle.factsFile, () => bundle.lineOf(at), said, at)
  const scope = scopeOf(bundle.facts, organisation)
  const sources = new Set(bundle.facts.kind === 'claim' ? bundle.facts.sources.map(({ id }) => id) : [])
  if (bundle.facts.slug !== basename(bundle.folder))
    fact(['slug'], say('other-folder', { folder: basename(bundle.folder), slug: bundle.facts.slug }))
  checkFacts(bundle, organisation, fact)
  checkPresence(
    bundle,
    (path, askedBy) => fact(askedBy, say('missing-text', { path })),
    (text, at, said) => report(text.path, () => lineAt(text.raw, at), said),
  )
  for (const text of bundle.texts) checkText(text, scope, sources, ({ path, raw }, at, said) => report(path, () => lineAt(raw, at), said))
  checkDifferences(bundle.texts, ({ path, raw }, at, said) => report(path, () => lineAt(raw, at), said))
  checkPictures(bundle, {
    fact, text: ({ path, raw }, at, said) => report(path, () => lineAt(raw, at), said),
    file: (path, said) => report(path, () => 1, said),
  })
  checkAgreements(bundle, scope, (path, said) => report(path, () => 1, said))
  return findings
}

/** Locks every new version of an agreement in these bundles; returns what was added, as `tiktok mandate@2020-07-27/en`. */
export async function lockAgreements({ bundles, organisation }: Checked): Promise<string[]> {
  const added: string[] = []
  for (const bundle of bundles) {
    const keys = await lockNewVersions(bundle, scopeOf(bundle.facts, organisation?.facts))
    added.push(...keys.map((key) => `${bundle.facts.slug} ${key}`))
  }
  return added
}

const inOrder = (findings: Finding[]): Finding[] => findings.toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
