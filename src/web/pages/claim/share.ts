import { countJoined } from '#figures/live.ts'
import { documentAnswer } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { sharePicture } from './share-picture.ts'

/** The picture that a shared link to the claim shows. */
export const sharePage = page('/:lang{en|nl}/:claim/share.png', {
  who: 'anyone',
  kept: true,
  async show({ ctx, claim }) {
    const { signed } = await countJoined(ctx.db, claim.slug)
    return documentAnswer(sharePicture({ ...claim.facts.figure, people: signed }), 'image/png', { public: true })
  },
})
