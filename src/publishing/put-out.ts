import { takesHost } from '#claims/check/hosts.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { importBundle } from '#claims/import-bundle.ts'
import { bundleOf, isOrganisation, type Bundle, type BundleFile } from '#claims/read-bundle.ts'
import { findNewest, lockContent } from '#claims/versions.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { dropDraft, lockDraft, rebaseDraft, startDraft } from '#drafting/draft.ts'
import { openFacts, printFacts, putValue, valueAt } from '#drafting/facts-file.ts'
import type { Ctx } from '#platform/ctx.ts'
import { refused } from '#platform/outcome.ts'
import { compareFiles } from './compare.ts'
import { mergeFiles } from './merge.ts'

/** Everybody who publishes a claim holds these until the end of the transaction, always in this order. */
export async function holdContent(ctx: Ctx, slug: string): Promise<void> {
  await lockContent(ctx, 'organisation')
  if (slug !== 'organisation') await lockContent(ctx, slug)
  await lockDraft(ctx, slug)
}

/**
 * Publishes a bundle that was found in order, in the name of an organiser. The foundation lists a claim from its first publication on.
 * Refuses as `importBundle` does, and a host name that another published claim has. The caller holds the content (`holdContent`).
 */
export async function putOut(ctx: Ctx, bundle: Bundle, by: string) {
  const { slug } = bundle.facts
  if (await takesHost(ctx.db, bundle)) return refused('host-taken')
  const first = (await findNewest(ctx.db, slug)) === undefined
  const published = await importBundle(ctx, bundle, { origin: 'desk', by })
  if (published.ok && first && !isOrganisation(bundle)) await listClaim(ctx, slug, by)
  return published
}

async function listClaim(ctx: Ctx, slug: string, by: string): Promise<void> {
  const before = await findPublishedFiles(ctx.db, 'organisation')
  const { bundle } = bundleOf(
    'organisation',
    (before?.files ?? []).map((file) => (file.path === 'organisation.yaml' ? withClaim(file, slug) : file)),
  )
  if (!before || !bundle || !isOrganisation(bundle)) throw new Error('the foundation cannot be read')
  if (!bundle.facts.claims.includes(slug)) throw new Error(`${slug} could not be listed`)
  const listed = await importBundle(ctx, bundle, { origin: 'desk', by })
  if (!listed.ok) throw new Error(`the foundation cannot list ${slug}: ${listed.because}`)
  await carryAlong(ctx, 'organisation', before)
}

function withClaim(file: BundleFile, slug: string): BundleFile {
  const document = openFacts([file])?.document
  if (!document) return file
  const listed = valueAt(document, ['claims'])
  const claims = Array.isArray(listed) ? listed : []
  if (!claims.includes(slug)) putValue(document, ['claims'], [...claims, slug])
  return { ...file, raw: printFacts(document) }
}

/**
 * After a version that changed only a little by itself (a phase, a claim in the list): brings a draft that began from the version before
 * up to it. Where both changed the same place, the draft stays behind and somebody looks.
 */
export async function carryAlong(ctx: Ctx, slug: string, before: { version: number; files: BundleFile[] }): Promise<void> {
  await lockDraft(ctx, slug)
  const draft = await findDraftBundle(ctx.db, slug)
  const now = await findPublishedFiles(ctx.db, slug)
  if (!draft || !now || draft.basedOn !== before.version) return
  const { files, conflicts } = mergeFiles(before.files, now.files, draft.files)
  if (!conflicts.length) await startDraft(ctx, slug, files, { replace: true })
}

/** After a draft or a part of it was published: what is left stays a draft on top of the new version; none stays where nothing is left. */
export async function keepRest(ctx: Ctx, slug: string): Promise<void> {
  const [draft, now] = [await findDraftBundle(ctx.db, slug), await findPublishedFiles(ctx.db, slug)]
  if (!draft || !now) return
  const { facts, texts } = compareFiles(now.files, draft.files)
  if (facts.length || texts.length) await rebaseDraft(ctx, slug, now)
  else await dropDraft(ctx, slug)
}
