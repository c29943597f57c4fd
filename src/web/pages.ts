import type { Page } from './page.ts'
import { accountPage } from './pages/account/account.tsx'
import { accountDocumentPage, participantsDocumentPage } from './pages/account/document.tsx'
import { accountDocumentsPage } from './pages/account/documents.tsx'
import { messageAttachmentPage, messageHtmlPage, messagePage, messagesPage } from './pages/account/messages.tsx'
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
import { phoneLinkPage, phoneSignPage } from './pages/join/phone.tsx'
import { phoneStatePage, signByPhonePage } from './pages/join/sign-by-phone.tsx'
import { signPage } from './pages/join/sign.tsx'
import { startPage } from './pages/join/start.tsx'
import { mailAttachmentPage, mailboxPage, mailHtmlPage, mailPage } from './pages/mailbox/mailbox.tsx'

const ofFoundation: readonly Page[] = [
  rootPage, robotsPage, securityPage, sitemapPage,
  homePage, foundationFeedPage, aboutPage, transparencyPage, termsPage, privacyPage, accessibilityPage, contactPage, demonstrationPage,
  agreementPage, agreementFilePage,
]

const ofAccount: readonly Page[] = [signInPage, signInCodePage, signOutPage, accountPage, accountDocumentsPage, accountDocumentPage,
  participantsDocumentPage, messagesPage, messagePage, messageHtmlPage, messageAttachmentPage]

const ofMailbox: readonly Page[] = [mailboxPage, mailPage, mailHtmlPage, mailAttachmentPage]

const ofClaims: readonly Page[] = [campaignPage, costsPage, documentPage, newsFeedPage, newsPage, newsItemPage, questionsPage, questionPage,
  sharePage, withdrawPage]

const ofJoining: readonly Page[] = [startPage, codePage, codeAgainPage, knownPage, detailsPage, parentPage, agreementsPage, signPage,
  signByPhonePage, phoneStatePage, phoneLinkPage, phoneSignPage, checkPage, donePage]

/** Every page of the site, in the order in which the router tries them: the foundation's before the claims'. */
export const pages: readonly Page[] = [...ofFoundation, ...ofAccount, ...ofMailbox, ...ofClaims, ...ofJoining]
