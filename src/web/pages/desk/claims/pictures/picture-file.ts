import { sizeOf } from '#claims/content.ts'
import { pictureFile, readPicture } from '#claims/picture-file.ts'
import { listPictures } from '#drafting/change-pictures.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import type { Language } from '#claims/bundle.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import type { Pictures } from '#web/markdown.ts'
import { page } from '#web/page.ts'
import { draftedPicture } from '#web/pages/claim/picture.ts'
import { copyOf } from '#web/pages/desk/claims/working.ts'

/** A picture of the working copy; nobody outside the desk sees it, and no cache keeps it. */
export const deskPictureFilePage = page('/:lang{en|nl}/desk/claims/:slug/pictures/:picture/file', {
  who: 'organiser',
  act: 'claims.see',
  async show(visit) {
    const copy = await copyOf(visit)
    const file = copy?.files.find(({ path }) => path === pictureFile(visit.params['picture'] ?? ''))
    const picture = file && readPicture(file)
    return picture ? documentAnswer(picture.bytes, 'image/webp') : missing
  },
})

/** How the desk finds the pictures of a working copy, also while its facts are not complete. */
export const draftedPictures = ({ slug, files }: WorkingCopy, language: Language): Pictures => (id) => {
  const [size] = files.filter(({ path }) => path === pictureFile(id)).flatMap(sizeOf)
  return (
    size && {
      ...size, alt: listPictures(files).find((one) => one.id === id)?.alt[language] ?? '',
      src: draftedPicture(language, slug, size),
    }
  )
}
