import type { Page } from './page.ts'
import { campaignPage } from './pages/claim/campaign.tsx'
import { costsPage } from './pages/claim/costs.tsx'
import { documentPage } from './pages/claim/documents.tsx'
import { newsFeedPage, newsItemPage, newsPage } from './pages/claim/news.tsx'
import { questionPage, questionsPage } from './pages/claim/questions.tsx'
import { sharePage } from './pages/claim/share.ts'
import { foundationFeedPage, robotsPage, securityPage, sitemapPage } from './pages/foundation/for-machines.ts'
import { homePage } from './pages/foundation/home.tsx'
import { rootPage } from './pages/foundation/root.ts'
import { aboutPage, accessibilityPage, contactPage, demonstrationPage } from './pages/foundation/text-pages.tsx'
import { agreementFilePage, agreementPage, privacyPage, termsPage } from './pages/foundation/texts.tsx'
import { transparencyPage } from './pages/foundation/transparency.tsx'

const ofFoundation: readonly Page[] = [
  rootPage, robotsPage, securityPage, sitemapPage,
  homePage, foundationFeedPage, aboutPage, transparencyPage, termsPage, privacyPage, accessibilityPage, contactPage, demonstrationPage,
  agreementPage, agreementFilePage,
]

const ofClaims: readonly Page[] = [campaignPage, costsPage, documentPage, newsFeedPage, newsPage, newsItemPage, questionsPage, questionPage, sharePage]

/** Every page of the site, in the order in which the router tries them: the foundation's before the claims'. */
export const pages: readonly Page[] = [...ofFoundation, ...ofClaims]
