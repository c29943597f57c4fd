import { languages, type Language } from '#claims/bundle.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { deskPageOf, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { DraftStamp } from './draft-stamp.tsx'
import { previewedPages } from './preview-page.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'

const frames = ['phone', 'desktop'] as const

/** The working copy as a phone and as a desktop show it, side by side; a change saved in another window is there at once. */
export const deskPreviewPage = page('/:lang{en|nl}/desk/claims/:slug/preview', {
  who: 'organiser',
  act: 'claims.see',
  frames: 'shows',
  async show(visit) {
    const { t, query } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const pages = previewedPages(copy.slug)
    const shown = pages.find(({ name }) => name === query.get('page')) ?? pages[0]!
    const language = languages.find((one) => one === query.get('in')) ?? visit.language
    const name = nameOf(copy, visit.language)
    const src = visit.homeLink(`/desk/claims/${copy.slug}/preview/page${shown.path}`, language)
    return deskPageOf(visit, { title: t('desk.preview.title', { name }), islands: ['draft-stamp'], children: (
      <>
        <p><a href={claimDesk(visit, copy.slug)}>{t('desk.draft.back', { name })}</a></p>
        <p class="lead">{t('desk.preview.lead')}</p>
        <Choices visit={visit} slug={copy.slug} shown={shown.name} language={language} />
        <DraftStamp copy={copy}>
          <div class="previews">
            {frames.map((frame) => (
              <div class={`preview ${frame}`}>
                <h2 id={`preview-${frame}`}>{t(`desk.preview.${frame}`)}</h2>
                <div class="preview-glass" role="region" tabIndex={0} aria-labelledby={`preview-${frame}`}>
                  <iframe src={src} title={`${t(`desk.preview.${frame}`)}: ${t(`desk.preview.page.${shown.name}`)}`} />
                </div>
              </div>
            ))}
          </div>
        </DraftStamp>
      </>
    ) })
  },
})

function Choices({
  visit, slug, shown, language,
}: {
  visit: Desk
  slug: string
  shown: ReturnType<typeof previewedPages>[number]['name']
  language: Language
}) {
  const { t } = visit
  const link = (name: string, one: Language) => claimDesk(visit, slug, `/preview?page=${name}&in=${one}`)
  return (
    <div class="preview-choices">
      <nav aria-label={t('desk.preview.pages')}><ul class="chips">
        {previewedPages(slug).map(({ name }) => (
          <li>
            <a class="chip" href={link(name, language)} {...(name === shown && { 'aria-current': 'page' as const })}>
              {t(`desk.preview.page.${name}`)}
            </a>
          </li>
        ))}
      </ul></nav>
      <nav aria-label={t('desk.preview.inLanguage')}><ul class="chips">
        {languages.map((one) => (
          <li>
            <a class="chip" href={link(shown, one)} {...(one === language && { 'aria-current': 'true' as const })}>
              {t(`desk.draft.language.${one}`)}
            </a>
          </li>
        ))}
      </ul></nav>
    </div>
  )
}
