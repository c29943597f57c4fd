import * as z from 'zod'
import { addPicture, listPictures, type ListedPicture } from '#drafting/change-pictures.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { readValue } from '#drafting/values.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { alternatives, alternativesIn, PictureFields, pictureUpload, refusalAt, Shown, ShownIn } from './picture-form.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'

/** The pictures of a claim, and the form that adds one. The foundation's pages have none. */
export const deskPicturesPage = page('/:lang{en|nl}/desk/claims/:slug/pictures', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  ...pictureUpload,
  form: z.object({ ...alternatives, id: z.string().optional() }),
  async show(visit) {
    const { t, language } = visit
    const copy = await copyOf(visit)
    if (!copy || copy.slug === 'organisation') return missing
    const pictures = listPictures(copy.files)
    const name = nameOf(copy, language)
    return deskPageOf(visit, { title: t('desk.pictures.title', { name }), children: (
      <>
        <p><a href={claimDesk(visit, copy.slug)}>{t('desk.draft.back', { name })}</a></p>
        <p class="lead">{t('desk.pictures.lead')}</p>
        {visit.query.get('saved') === 'yes' && !visit.form.errors[''] && (
          <Notice t={t} kind="success" live><p>{t('desk.draft.saved')}</p></Notice>
        )}
        {pictures.length === 0 && <p>{t('desk.pictures.none')}</p>}
        <ul class="picture-list">{pictures.map((picture) => <Item visit={visit} copy={copy} picture={picture} />)}</ul>
        <p><a href={claimDesk(visit, copy.slug, '/facts/pictures')}>{t('desk.pictures.order')}</a></p>
        {may(visit, 'claims.edit') && <Add visit={visit} slug={copy.slug} />}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy || copy.slug === 'organisation') return missing
    const { file } = visit.uploaded
    const id = readValue('id', visit.sent.id ?? '')
    if ('because' in id) return again(refusalAt('id-wrong'))
    if (!file) return again(refusalAt('file-missing'))
    const added = await addPicture(visit.ctx, copy.slug, { id: String(id.value), alt: alternativesIn(visit.sent), bytes: file.bytes })
    return added.ok ? goTo(`${claimDesk(visit, copy.slug, '/pictures')}?saved=yes`) : again(refusalAt(added.because))
  },
})

function Item({ visit, copy, picture: { id, alt, hasFile, shownIn } }: { visit: Desk; copy: WorkingCopy; picture: ListedPicture }) {
  const { t, language } = visit
  return (
    <li>
      <Shown visit={visit} copy={copy} id={id} />
      <div>
        <h2><a href={claimDesk(visit, copy.slug, `/pictures/${id}`)}>{id}</a></h2>
        <p>{alt[language]}</p>
        {hasFile ? <p><code>![](picture:{id})</code></p> : <p class="hint">{t('desk.pictures.drawing')}</p>}
        {shownIn.length > 0 && <ShownIn visit={visit} copy={copy} names={shownIn} />}
      </div>
    </li>
  )
}

const Add = ({ visit, slug }: { visit: Desk; slug: string }) => (
  <section aria-labelledby="add">
    <h2 id="add">{visit.t('desk.pictures.add')}</h2>
    <form method="post" action={claimDesk(visit, slug, '/pictures')} enctype="multipart/form-data" novalidate>
      <TextField t={visit.t} name="id" width="medium" label={visit.t('desk.facts.field.pictures.id')} hint={visit.t('desk.pictures.idHint')}
        value={typedAt(visit, 'id')} error={errorAt(visit, 'id')} autocomplete="off" spellcheck={false} />
      <PictureFields visit={visit} />
      <Actions><Button busy={visit.t('desk.pictures.adding')}>{visit.t('desk.pictures.add')}</Button></Actions>
    </form>
  </section>
)
