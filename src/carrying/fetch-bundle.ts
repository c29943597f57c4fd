import { findPublishedFiles } from '#claims/export-bundle.ts'
import type { BundleFile } from '#claims/read-bundle.ts'
import { findVersion } from '#claims/versions.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { packBundle } from './zip.ts'

/**
 * A version of a claim or of the foundation as a zip, the files byte for byte as a content folder holds them; `draft` is the working copy.
 * Undefined where there is none.
 */
export async function fetchBundle(ctx: Ctx, slug: string, version: number | 'draft'): Promise<Buffer | undefined> {
  const found = version === 'draft' ? await draftOf(ctx, slug) : await versionOf(ctx, slug, version)
  if (!found) return undefined
  await record(ctx, 'carrying.exported', null, { slug, version })
  return packBundle(found.files, found.at)
}

interface Found { files: BundleFile[]; at: Date }

async function draftOf({ db, now }: Ctx, slug: string): Promise<Found | undefined> {
  const draft = await findDraftBundle(db, slug)
  return draft && { files: draft.files, at: draft.changedAt ?? now }
}

async function versionOf({ db }: Ctx, slug: string, version: number): Promise<Found | undefined> {
  const [published, files] = [await findVersion(db, slug, version), await findPublishedFiles(db, slug, version)]
  return published && files && { files: files.files, at: published.publishedAt }
}
