import { findPublishedFiles } from '#claims/export-bundle.ts'
import { findVersion } from '#claims/versions.ts'
import { packBundle } from '#carrying/zip.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { record } from '#journal/record.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'

/** A version as a zip (`:version` a number, or `draft` for the working copy): the files byte for byte, as a content folder holds them. */
export const deskBundlePage = page('/:lang{en|nl}/desk/claims/:slug/bundle/:version', {
  who: 'organiser',
  act: 'claims.carry',
  async show({ ctx, params }) {
    const { slug = '', version = '' } = params
    const found = version === 'draft' ? await draftOf(slug) : /^\d{1,6}$/.test(version) ? await versionOf(slug, Number(version)) : undefined
    if (!found) return missing
    await record(ctx, 'carrying.exported', null, { slug, version })
    return documentAnswer(await packBundle(found.files, found.at), 'application/zip', { fileName: `${slug}-${version}.zip` })

    async function draftOf(of: string) {
      const draft = await findDraftBundle(ctx.db, of)
      return draft && { files: draft.files, at: draft.changedAt ?? ctx.now }
    }
    async function versionOf(of: string, number: number) {
      const [published, files] = [await findVersion(ctx.db, of, number), await findPublishedFiles(ctx.db, of, number)]
      return published && files && { files: files.files, at: published.publishedAt }
    }
  },
})
