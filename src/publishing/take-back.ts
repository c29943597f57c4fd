import { checkBundle } from '#claims/check.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { bundleOf, lockFile, type Bundle, type BundleFile } from '#claims/read-bundle.ts'
import { withPhase } from '#claims/set-phase.ts'
import { findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { startDraft } from '#drafting/draft.ts'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { touchesAgreements } from './agreement-changes.ts'
import { breaksClaims } from './breaks-claims.ts'
import { carryAlong, holdContent, putOut } from './put-out.ts'

/** A former version as it would be published anew: its files with today's phase and the newest lock. */
export interface Former { version: number; newest: number; bundle: Bundle; published: BundleFile[] }

/** Undefined where there is no such version before the newest one. */
export async function findFormer(db: Db, slug: string, version: number): Promise<Former | undefined> {
  const newest = await findNewest(db, slug)
  const now = await findPublishedFiles(db, slug)
  const before = newest && version < newest.version ? await findPublishedFiles(db, slug, version) : undefined
  if (!newest || !now || !before) return undefined
  const lock = now.files.filter(({ path }) => path === lockFile)
  const files = [...before.files.filter(({ path }) => path !== lockFile), ...lock]
  const { bundle } = bundleOf(slug, newest.phase ? withPhase(files, newest.phase) : files)
  return bundle && { version, newest: newest.version, bundle, published: now.files }
}

/**
 * Publishes the files of a former version anew, as the next one: nothing is deleted. The phase stays as it is today. Refuses when another
 * version than `seen` is the newest by now, when agreements or the terms around them would change (two people: put it into the draft and
 * propose), and when the former texts do not fit the facts of today.
 */
export async function takeBack(ctx: Ctx, slug: string, { version, seen }: { version: number; seen: number }) {
  const by = actingOrganiser(ctx)
  await holdContent(ctx, slug)
  const former = await findFormer(ctx.db, slug, version)
  if (!former) return refused('no-such-version')
  if (former.newest !== seen) return refused('content-moved-on')
  const { bundle, published } = former
  const changes = touchesAgreements(bundleOf(slug, published).bundle, bundle)
  if (changes.texts.length || changes.terms) return refused('agreements-by-two')
  const organisation = bundle.facts.kind === 'organisation' ? bundle.facts : await findOrganisationFacts(ctx.db)
  if (checkBundle(bundle, organisation).length || (await breaksClaims(ctx.db, bundle)).length) return refused('former-does-not-fit')
  const outcome = await putOut(ctx, bundle, by)
  if (!outcome.ok) return outcome
  if (!outcome.value.published) return refused('nothing-changed')
  await record(ctx, 'publishing.taken-back', null, { slug, version: outcome.value.version, from: seen, to: version })
  await carryAlong(ctx, slug, { version: seen, files: published })
  return done({ version: outcome.value.version, of: version })
}

/** Puts a former version into the draft instead, to work on it. Refuses where a draft is there, unless it may `replace` it. */
export async function draftFormer(ctx: Ctx, slug: string, { version, replace }: { version: number; replace: boolean }) {
  await holdContent(ctx, slug)
  const former = await findFormer(ctx.db, slug, version)
  if (!former) return refused('no-such-version')
  return startDraft(ctx, slug, former.bundle.files, { replace })
}
