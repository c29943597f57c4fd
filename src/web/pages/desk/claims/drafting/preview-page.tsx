import { neededTexts } from '#claims/check/needed-texts.ts'
import { contentOf, type ClaimContent, type OrganisationContent } from '#claims/content.ts'
import { isOrganisation, type Bundle } from '#claims/read-bundle.ts'
import type { ClaimFacts, Language } from '#claims/bundle.ts'
import { draftAgreements } from '#drafting/draft-agreements.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { isAnswer, missing } from '#web/answer.ts'
import { frameOf } from '#web/frame.ts'
import { page, type Page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Layout } from '#web/parts/layout.tsx'
import { campaignView } from '#web/pages/claim/campaign.tsx'
import { costsPage } from '#web/pages/claim/costs.tsx'
import { documentPage } from '#web/pages/claim/documents.tsx'
import { newsItemPage, newsPage } from '#web/pages/claim/news.tsx'
import { questionPage, questionsPage } from '#web/pages/claim/questions.tsx'
import { homePage } from '#web/pages/foundation/home.tsx'
import { aboutPage, accessibilityPage, contactPage } from '#web/pages/foundation/text-pages.tsx'
import { transparencyPage } from '#web/pages/foundation/transparency.tsx'
import { FindingList } from './findings.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'

type Shown = ReturnType<Page['show']>
type Preview = Visit & { copy: WorkingCopy }

interface Previewed {
  name: 'campaign' | 'costs' | 'questions' | 'news' | 'home' | 'about' | 'transparency' | 'contact' | 'accessibility'
  /** As in the address of the public page, after the claim or the language. */
  path: string
  show: (visit: Preview) => Shown
}

const ofClaim: readonly Previewed[] = [
  {
    name: 'campaign', path: '',
    show: async (visit) => campaignView(visit, await draftAgreements(visit.ctx.db, visit.copy, visit.language)),
  },
  { name: 'costs', path: '/costs', show: costsPage.show },
  { name: 'questions', path: '/questions', show: questionsPage.show },
  { name: 'news', path: '/news', show: newsPage.show },
]
const ofOrganisation: readonly Previewed[] = [
  { name: 'home', path: '', show: homePage.show },
  { name: 'about', path: '/about', show: aboutPage.show },
  { name: 'transparency', path: '/transparency', show: transparencyPage.show },
  { name: 'contact', path: '/contact', show: contactPage.show },
  { name: 'accessibility', path: '/accessibility', show: accessibilityPage.show },
]
const items: Partial<Record<string, Pick<Previewed, 'show'> & { param: string }>> = {
  questions: { show: questionPage.show, param: 'slug' }, news: { show: newsItemPage.show, param: 'id' },
  documents: { show: documentPage.show, param: 'id' },
}

/** The pages a preview offers by name, the first one first. */
export const previewedPages = (slug: string): readonly Previewed[] => (slug === 'organisation' ? ofOrganisation : ofClaim)

const definition = {
  who: 'organiser' as const,
  act: 'claims.see' as const,
  frames: 'is-shown' as const,
  show: showPreview,
}

/** A page of the claim or of the foundation with the words of its working copy; for the frames of the preview, and for nobody else. */
export const deskPreviewedPage = page('/:lang{en|nl}/desk/claims/:slug/preview/page', definition)
export const deskPreviewedViewPage = page('/:lang{en|nl}/desk/claims/:slug/preview/page/:view', definition)
export const deskPreviewedItemPage = page('/:lang{en|nl}/desk/claims/:slug/preview/page/:view/:item', definition)

async function showPreview(visit: Visit<'organiser'>) {
  const copy = await copyOf(visit)
  if (!copy) return missing
  const { view, item } = visit.params
  const ofItem = copy.slug === 'organisation' ? undefined : items[view ?? '']
  const show =
    item === undefined ? previewedPages(copy.slug).find(({ path }) => path === (view === undefined ? '' : `/${view}`))?.show : ofItem?.show
  if (!show) return elsewhere(visit, copy)
  const { bundle } = copy
  if (!bundle || lacks(bundle, visit.language)) return unfinished(visit, copy)
  const shown = await show(withDraft(visit, copy, bundle, ofItem ? { [ofItem.param]: item ?? '' } : {}))
  return isAnswer(shown) ? elsewhere(visit, copy) : shown
}

/** Whether a text is missing that a page would look up by its name. */
const lacks = ({ facts, texts }: Bundle, language: Language): boolean =>
  neededTexts(facts).some(({ name }) => !texts.some((text) => text.name === name && text.language === language))

/** The same visit, of somebody who sees the working copy where others see what is published, and whose links stay inside. */
function withDraft(visit: Visit<'organiser'>, copy: WorkingCopy, bundle: Bundle, params: Record<string, string>): Preview {
  const { language, ctx } = visit
  const asked = { version: (copy.basedOn ?? 0) + 1, publishedAt: ctx.now }
  const inside = (path = '', inLanguage = language) => `/${inLanguage}/desk/claims/${copy.slug}/preview/page${path}`
  const shown = isOrganisation(bundle)
    ? { organisation: contentOf(bundle, bundle.facts, language, asked) satisfies OrganisationContent, homeLink: inside }
    : { claim: contentOf(bundle as Bundle<ClaimFacts>, copy.organisation, language, asked) satisfies ClaimContent, claimLink: inside,
      homeLink: (path = '', inLanguage = language) => `/${inLanguage}/desk/claims/organisation/preview/page${path}`,
      params: { ...visit.params, ...params, claim: copy.slug } }
  return Object.create(
    visit, Object.getOwnPropertyDescriptors({ ...shown, copy, isPreview: true, query: new URLSearchParams() }),
  ) as Preview
}

/** Said in the frame instead of a page whose facts or texts are not all there. */
function unfinished(visit: Visit<'organiser'>, copy: WorkingCopy) {
  const { t } = visit
  const texts = copy.findings.filter(({ code }) => code === 'missing-text')
  return (
    <Layout {...frameOf(visit, { ofClaim: false })} title={t('desk.preview.cannot')} indexed={false}>
      <h1>{t('desk.preview.cannot')}</h1>
      <p>{t(copy.bundle ? 'desk.preview.missing' : 'desk.preview.factsFirst')}</p>
      <FindingList visit={visit} copy={copy} findings={copy.bundle ? texts : copy.findings} />
    </Layout>
  )
}

const elsewhere = (visit: Visit<'organiser'>, copy: WorkingCopy) => (
  <Layout {...frameOf(visit, { ofClaim: false })} title={nameOf(copy, visit.language)} indexed={false}>
    <Notice t={visit.t}><p>{visit.t('desk.preview.elsewhere')}</p></Notice>
    <p><a href={claimDesk(visit, copy.slug, '/preview/page')}>{visit.t('desk.preview.toStart')}</a></p>
  </Layout>
)
