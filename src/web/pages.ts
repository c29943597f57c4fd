import type { Page } from './page.ts'
import { accountDocumentPage, accountPage } from './pages/account/account.tsx'
import { signInCodePage, signInPage, signOutPage } from './pages/account/sign-in.tsx'
import { campaignPage } from './pages/claim/campaign.tsx'
import { costsPage } from './pages/claim/costs.tsx'
import { documentPage } from './pages/claim/documents.tsx'
import { newsFeedPage, newsItemPage, newsPage } from './pages/claim/news.tsx'
import { questionPage, questionsPage } from './pages/claim/questions.tsx'
import { sharePage } from './pages/claim/share.ts'
import { withdrawPage } from './pages/claim/withdraw.tsx'
import { foundationFeedPage, robotsPage, securityPage, sitemapPage } from './pages/foundation/for-machines.ts'
import { homePage } from './pages/foundation/home.tsx'
import { rootPage } from './pages/foundation/root.ts'
import { aboutPage, accessibilityPage, contactPage, demonstrationPage } from './pages/foundation/text-pages.tsx'
import { agreementFilePage, agreementPage, privacyPage, termsPage } from './pages/foundation/texts.tsx'
import { transparencyPage } from './pages/foundation/transparency.tsx'
import { agreementsPage } from './pages/join/agreements.tsx'
import { checkPage } from './pages/join/check.tsx'
import { codeAgainPage, codePage } from './pages/join/code.tsx'
import { detailsPage } from './pages/join/details.tsx'
import { donePage } from './pages/join/done.tsx'
import { knownPage } from './pages/join/known.tsx'
import { parentPage } from './pages/join/parent.tsx'
import { signPage } from './pages/join/sign.tsx'
import { startPage } from './pages/join/start.tsx'
import { mailAttachmentPage, mailboxPage, mailHtmlPage, mailPage } from './pages/mailbox/mailbox.tsx'

const ofFoundation: readonly Page[] = [
  rootPage, robotsPage, securityPage, sitemapPage,
  homePage, foundationFeedPage, aboutPage, transparencyPage, termsPage, privacyPage, accessibilityPage, contactPage, demonstrationPage,
  agreementPage, agreementFilePage,
]

const ofAccount: readonly Page[] = [signInPage, signInCodePage, signOutPage, accountPage, accountDocumentPage]

const ofMailbox: readonly Page[] = [mailboxPage, mailPage, mailHtmlPage, mailAttachmentPage]

const ofClaims: readonly Page[] = [campaignPage, costsPage, documentPage, newsFeedPage, newsPage, newsItemPage, questionsPage, questionPage,
  sharePage, withdrawPage]

const ofJoining: readonly Page[] = [startPage, codePage, codeAgainPage, knownPage, detailsPage, parentPage, agreementsPage, signPage,
  checkPage, donePage]

/** Every page of the site, in the order in which the router tries them: the foundation's before the claims'. */
export const pages: readonly Page[] = [...ofFoundation, ...ofAccount, ...ofMailbox, ...ofClaims, ...ofJoining]
