import { findPicture } from '#claims/queries.ts'
import type { Picture } from '#claims/content.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import type { Pictures } from '#web/markdown.ts'
import { page, type Ground } from '#web/page.ts'

/** A picture of the published claim. Its address names its bytes, so a browser asks once; what is published no more is missing. */
export const picturePage = page('/pictures/:claim/:picture', {
  who: 'anyone',
  async show({ ctx, claim, params }) {
    const [, id, hash] = /^([a-z0-9-]{1,100})-([0-9a-f]{16})\.webp$/.exec(params['picture'] ?? '') ?? []
    const bytes = id && hash ? await findPicture(ctx.db, claim, id, hash) : undefined
    return bytes ? documentAnswer(bytes, 'image/webp', { public: true, forever: true }) : missing
  },
})

/** Where a page of the desk shows a picture of the working copy. */
export const draftedPicture = (language: string, slug: string, { id, hash }: Pick<Picture, 'id' | 'hash'>): string =>
  `/${language}/desk/claims/${slug}/pictures/${id}/file?${hash}`

/** How the texts of a claim find their pictures: those that are published, or in the preview those of the working copy. */
export const picturesOf = ({ claim, language, isPreview }: Ground): Pictures => (id) => {
  const picture = claim.picture(id)
  return picture && { ...picture,
    src: isPreview ? draftedPicture(language, claim.slug, picture) : `/pictures/${claim.slug}/${id}-${picture.hash}.webp` }
}
