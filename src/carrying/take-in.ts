import { organisationFacts } from '#claims/bundle.ts'
import { bundleOf, type BundleFile, type Finding } from '#claims/read-bundle.ts'
import { say } from '#claims/sayings.ts'
import { withPhase } from '#claims/set-phase.ts'
import { findNewest } from '#claims/versions.ts'
import { startDraft } from '#drafting/draft.ts'
import { openFacts, valueAt } from '#drafting/facts-file.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { isFreeSlug } from './slugs.ts'
import { unpackBundle } from './zip.ts'

/** What became of a zip: a draft, or what is wrong with it. */
export interface TakenIn { slug: string | undefined; findings: Finding[]; phaseKept: boolean }

const organisationSlug = organisationFacts.shape.slug.value

/**
 * Takes a bundle in as a draft; it is never published by this. The phase of a claim stays the one that is published here (`draft` for a new
 * one), whatever the bundle says: it moves only in its own act. A zip with faults leaves no draft and answers them. Refuses a name that
 * cannot be had, and to replace a draft unless `replace`.
 */
export async function takeIn(ctx: Ctx, bytes: Uint8Array, { replace = false } = {}) {
  const { files, findings } = unpackBundle(bytes)
  if (findings.length) return done<TakenIn>({ slug: undefined, findings, phaseKept: false })
  const slug = slugOf(files)
  const faults = slug === undefined ? [] : bundleOf(slug, files).findings.filter(({ code }) => code === 'not-yaml')
  if (faults.length) return done<TakenIn>({ slug: undefined, findings: faults, phaseKept: false })
  if (slug === undefined) return done<TakenIn>({ slug: undefined, findings: unreadable(files), phaseKept: false })
  if (slug !== organisationSlug && !isFreeSlug(slug)) return refused('slug-not-free')
  const newest = await findNewest(ctx.db, slug)
  const kept = slug === organisationSlug ? files : withPhase(files, newest?.phase ?? 'draft')
  const started = await startDraft(ctx, slug, kept, { replace })
  if (!started.ok) return started
  await record(ctx, 'carrying.taken-in', null, { slug, files: kept.length })
  return done<TakenIn>({ slug, findings: [], phaseKept: kept.some(({ raw }, at) => raw !== files[at]?.raw) })
}

function slugOf(files: readonly BundleFile[]): string | undefined {
  const facts = openFacts(files)
  if (!facts) return undefined
  const of = (name: string) => valueAt(facts.document, [name])
  const slug = of('slug')
  if (typeof slug !== 'string') return undefined
  if (facts.path === 'organisation.yaml') return slug === organisationSlug ? slug : undefined
  return slug !== organisationSlug && typeof of('phase') === 'string' ? slug : undefined
}

/** Why the facts could not be read far enough to know whose they are. */
function unreadable(files: readonly BundleFile[]): Finding[] {
  const { findings } = bundleOf('bundle', files)
  return findings.length ? findings : [{ path: 'claim.yaml', line: 1, ...say('no-facts', {}) }]
}
