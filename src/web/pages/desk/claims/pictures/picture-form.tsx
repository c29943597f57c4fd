import * as z from 'zod'
import { languages } from '#claims/bundle.ts'
import type { Alternatives, ListedPicture } from '#drafting/change-pictures.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { titleOf } from '#drafting/texts.ts'
import { pictureIntake } from '#platform/picture.ts'
import type { Errors } from '#web/answer.ts'
import { because, isBecause } from '#web/because.ts'
import { aria, Field } from '#web/parts/field.tsx'
import { filled } from '#web/parts/field-schemas.ts'
import { TextField } from '#web/parts/fields.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { draftedPictures } from './picture-file.ts'
import { claimDesk } from '#web/pages/desk/claims/working.ts'

/** A form with a picture: what is too large for the act is still read, so that the answer stands beside the field. */
export const pictureUpload = { largest: pictureIntake.bytes + 4 * 1024 * 1024, files: ['file'] } as const

const alternative = filled(because('alternative-missing'), because('too-long'), 300)
export const alternatives = { 'alt-en': alternative, 'alt-nl': alternative } satisfies Record<
  `alt-${(typeof languages)[number]}`,
  z.ZodType
>

export const alternativesIn = (sent: Record<keyof typeof alternatives, string>): Alternatives => ({
  en: sent['alt-en'], nl: sent['alt-nl'],
})

/** A refusal of an act beside the field that it is about. */
export function refusalAt(reason: string): Errors {
  const shown = isBecause(reason) ? reason : because('unusable')
  const field = reason === 'alternative-is-name' ? 'alt-en' : ['picture-exists', 'id-wrong'].includes(reason) ? 'id'
    : ['picture-kind', 'picture-broken', 'picture-too-heavy', 'picture-pixels', 'file-missing'].includes(reason) ? 'file' : ''
  return { [field]: shown }
}

/** The picture itself and what it shows in each language. */
export function PictureFields({ visit, picture }: { visit: Desk; picture?: ListedPicture | undefined }) {
  const { t } = visit
  const file = {
    t, name: 'file', label: t(picture?.hasFile ? 'desk.pictures.other' : 'desk.pictures.choose'),
    hint: t('desk.pictures.fileHint'), error: errorAt(visit, 'file'), optional: picture !== undefined,
  }
  return (
    <>
      <Field {...file}>
        <input type="file" id="file" name="file" accept=".png,.jpg,.jpeg,.webp,image/png,image/jpeg,image/webp" {...aria(file)} />
      </Field>
      {languages.map((language) => (
        <TextField t={t} name={`alt-${language}`} rows={2} maxlength={300}
          value={typedAt(visit, `alt-${language}`) ?? picture?.alt[language]}
          label={t('desk.pictures.alt', { language: t(`desk.draft.language.${language}`) })}
          hint={language === 'en' ? t('desk.pictures.altHint') : undefined} error={errorAt(visit, `alt-${language}`)} />
      ))}
    </>
  )
}

/** The picture as a reader sees it; of one without a file nothing. */
export function Shown({ visit, copy, id }: { visit: Desk; copy: WorkingCopy; id: string }) {
  const shown = draftedPictures(copy, visit.language)(id)
  if (!shown) return null
  const { src, alt, width, height } = shown
  return <img class="listed-picture" src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
}

/** The texts that show a picture, each as a way there. */
export const ShownIn = ({ visit, copy, names }: { visit: Desk; copy: WorkingCopy; names: readonly string[] }) => (
  <p>{visit.t('desk.pictures.shownIn')}{' '}
    {names.map((name, at) => (
      <>{at > 0 && ', '}<a href={claimDesk(visit, copy.slug, `/texts/${name}`)}>{titleOf(copy.files, name, visit.language) ?? name}</a></>
    ))}
  </p>
)
