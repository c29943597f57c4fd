import * as z from 'zod'
import { changePicture, listPictures, removePicture } from '#drafting/change-pictures.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { alternatives, alternativesIn, PictureFields, pictureUpload, refusalAt, Shown, ShownIn } from './picture-form.tsx'
import { claimDesk, copyOf } from '#web/pages/desk/claims/working.ts'

const pictureOf = async (visit: Desk) => {
  const copy = await copyOf(visit)
  const picture =
    copy && copy.slug !== 'organisation' ? listPictures(copy.files).find(({ id }) => id === visit.params['picture']) : undefined
  return copy && picture ? { copy, picture } : undefined
}

/** One picture: another file, other words, or out. */
export const deskPicturePage = page('/:lang{en|nl}/desk/claims/:slug/pictures/:picture', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  ...pictureUpload,
  form: z.discriminatedUnion('do', [
    z.object({ do: z.literal('save'), ...alternatives, seen: z.string().optional() }), z.object({ do: z.literal('remove') }),
  ]),
  async show(visit) {
    const { t } = visit
    const found = await pictureOf(visit)
    if (!found) return missing
    const { copy, picture } = found
    const address = claimDesk(visit, copy.slug, `/pictures/${picture.id}`)
    const changed = errorAt(visit, '')
    return deskPageOf(visit, { title: t('desk.pictures.one', { id: picture.id }), children: (
      <>
        <p><a href={claimDesk(visit, copy.slug, '/pictures')}>{t('desk.pictures.back')}</a></p>
        {changed && <Notice t={t} kind="error" live><p>{changed}</p></Notice>}
        <Shown visit={visit} copy={copy} id={picture.id} />
        {!picture.hasFile && <p class="hint">{t('desk.pictures.drawing')}</p>}
        {picture.shownIn.length > 0 && <ShownIn visit={visit} copy={copy} names={picture.shownIn} />}
        <form method="post" action={address} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="do" value="save" />
          <input type="hidden" name="seen" value={picture.seenSha} />
          <fieldset class="bare" disabled={!may(visit, 'claims.edit')}>
            <legend class="visually-hidden">{t('desk.pictures.one', { id: picture.id })}</legend>
            <PictureFields visit={visit} picture={picture} />
            {may(visit, 'claims.edit') && <Actions><Button busy={t('desk.draft.saving')}>{t('desk.draft.save')}</Button></Actions>}
          </fieldset>
        </form>
        {may(visit, 'claims.edit') && (
          <form method="post" action={address}>
            <input type="hidden" name="do" value="remove" />
            <p class="hint">{t('desk.pictures.removeHint')}</p>
            <Actions><Button kind="danger">{t('desk.pictures.remove')}</Button></Actions>
          </form>
        )}
      </>
    ) })
  },
  async send(visit) {
    const found = await pictureOf(visit)
    if (!found) return missing
    const { copy: { slug }, picture: { id } } = found
    const { sent, ctx, uploaded } = visit
    const kept = sent.do === 'remove' ? await removePicture(ctx, slug, id)
      : await changePicture(ctx, slug, id, { alt: alternativesIn(sent), bytes: uploaded['file']?.bytes, seenSha: sent.seen ?? '' })
    return kept.ok ? goTo(`${claimDesk(visit, slug, '/pictures')}?saved=yes`) : again(refusalAt(kept.because))
  },
})
