import { fetchBundle } from '#carrying/fetch-bundle.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'

/** A version as a zip (`:version` a number, or `draft` for the working copy). */
export const deskBundlePage = page('/:lang{en|nl}/desk/claims/:slug/bundle/:version', {
  who: 'organiser',
  act: 'claims.carry',
  async show({ ctx, params }) {
    const { slug = '', version = '' } = params
    if (version !== 'draft' && !/^\d{1,6}$/.test(version)) return missing
    const zip = await fetchBundle(ctx, slug, version === 'draft' ? version : Number(version))
    return zip ? documentAnswer(zip, 'application/zip', { fileName: `${slug}-${version}.zip` }) : missing
  },
})
