import type { Page } from './page.ts'
import { bankAccountPage } from './pages/account/bank-account.tsx'
import { childPage } from './pages/account/children/child.tsx'
import { giveUpPage } from './pages/account/children/give-up.tsx'
import { claimsPage } from './pages/account/claims/claims.tsx'
import { joinClaimPage } from './pages/account/claims/join-claim.tsx'
import { confirmCodePage, confirmPage, confirmPasskeyOptionsPage, confirmPasskeyPage } from './pages/account/confirm.tsx'
import { askReviewInAccountPage } from './pages/account/decisions/ask-review.tsx'
import { decisionsPage } from './pages/account/decisions/decisions.tsx'
import { mendPage } from './pages/account/deficiencies/mend.tsx'
import { correctUsagePage } from './pages/account/details/correct-usage.tsx'
import { correctedPage, correctPage } from './pages/account/details/correct.tsx'
import { myDetailsPage } from './pages/account/details/details.tsx'
import { signAnewPage } from './pages/account/details/sign-anew.tsx'
import { accountDocumentPage, participantsDocumentPage } from './pages/account/documents/document.tsx'
import { accountDocumentsPage } from './pages/account/documents/documents.tsx'
import { emailCodePage, emailMovedPage, emailPage } from './pages/account/email.tsx'
import { accountFeePage } from './pages/account/fee.tsx'
import { accountPage } from './pages/account/home/account.tsx'
import { newChildOfAccountPage } from './pages/account/join-for-child.tsx'
import { leaveCourtPage } from './pages/account/leave/court.tsx'
import { leaveEndPage, leavePage } from './pages/account/leave/leave.tsx'
import { leaveReceiptPage } from './pages/account/leave/receipt.tsx'
import { leaveRevokePage } from './pages/account/leave/revoke.tsx'
import { messageAttachmentPage, messageHtmlPage, messagePage, messagesPage } from './pages/account/messages.tsx'
import { eraseConfirmPage, erasePage } from './pages/account/my-data/erase.tsx'
import { archivePage, askArchivePage, myDataPage } from './pages/account/my-data/my-data.tsx'
import { addPasskeyOptionsPage, addPasskeyPage, removePasskeyPage } from './pages/account/passkeys.tsx'
import { accessPage, endSessionPage } from './pages/account/sign-in.tsx'
import { stayPage } from './pages/account/stay.tsx'
import { accountWithdrawPage } from './pages/account/withdraw.tsx'
import { campaignPage } from './pages/claim/campaign.tsx'
import { costsPage } from './pages/claim/costs.tsx'
import { documentPage } from './pages/claim/documents.tsx'
import { newsFeedPage, newsItemPage, newsPage } from './pages/claim/news.tsx'
import { picturePage } from './pages/claim/picture.ts'
import { questionPage, questionsPage } from './pages/claim/questions.tsx'
import { sharePage } from './pages/claim/share.ts'
import { withdrawPage } from './pages/claim/withdraw.tsx'
import { deskPages } from './pages/desk/desk-pages.ts'
import { erasedPage } from './pages/erased/erased.tsx'
import { foundationFeedPage, robotsPage, securityPage, sitemapPage } from './pages/foundation/for-machines.ts'
import { homePage } from './pages/foundation/home.tsx'
import { notMeDonePage, notMePage } from './pages/foundation/not-me.tsx'
import { rootPage } from './pages/foundation/root.ts'
import { aboutPage, accessibilityPage, contactPage, demonstrationPage, privacyForChildrenPage } from './pages/foundation/text-pages.tsx'
import { agreementFilePage, agreementPage, privacyPage, termsPage } from './pages/foundation/texts.tsx'
import { transparencyPage } from './pages/foundation/transparency.tsx'
import { guardianAnswerPage } from './pages/guardian/answer.tsx'
import { invitedCodePage, invitedPage } from './pages/guardian/invited.tsx'
import { agreementsPage } from './pages/join/agreements.tsx'
import { checkPage } from './pages/join/check.tsx'
import { joiningChildPage, newChildPage, removeChildPage } from './pages/join/child.tsx'
import { childrenPage } from './pages/join/children.tsx'
import { codeAgainPage, codePage } from './pages/join/code.tsx'
import { detailsPage } from './pages/join/details.tsx'
import { donePage } from './pages/join/done.tsx'
import { knownPage } from './pages/join/known.tsx'
import { parentAskedPage, parentPage } from './pages/join/parent.tsx'
import { phoneLinkPage, phoneSignPage } from './pages/join/phone.tsx'
import { phoneStatePage, signByPhonePage } from './pages/join/sign-by-phone.tsx'
import { signPage } from './pages/join/sign.tsx'
import { startPage } from './pages/join/start.tsx'
import { whoPage } from './pages/join/who.tsx'
import { mailAttachmentPage, mailboxPage, mailHtmlPage, mailPage } from './pages/mailbox/mailbox.tsx'
import { ownAccessPage } from './pages/own-access/own-access.tsx'
import { signInCodePage, signInPage, signInPasskeyOptionsPage, signInPasskeyPage, signOutPage } from './pages/sign-in/sign-in.tsx'
import { withdrawCodePage, withdrawConfirmPage, withdrawIndexPage, withdrawReceiptPage } from './pages/withdraw/function.tsx'

const ofFoundation: readonly Page[] = [
  rootPage, robotsPage, securityPage, sitemapPage,
  homePage, foundationFeedPage, aboutPage, transparencyPage, termsPage, privacyPage, privacyForChildrenPage, accessibilityPage, contactPage,
  demonstrationPage, agreementPage, agreementFilePage, withdrawIndexPage,
]

const ofAccess: readonly Page[] = [signInPage, signInCodePage, signInPasskeyOptionsPage, signInPasskeyPage, signOutPage, accessPage,
  endSessionPage, confirmPage, confirmCodePage, confirmPasskeyOptionsPage, confirmPasskeyPage, addPasskeyOptionsPage, addPasskeyPage,
  removePasskeyPage, emailPage, emailCodePage, emailMovedPage, bankAccountPage]

const ofAccount: readonly Page[] = [accountPage, accountFeePage, accountDocumentsPage, accountDocumentPage,
  participantsDocumentPage, messagesPage, messagePage, messageHtmlPage, messageAttachmentPage]

/** What people ask about their data, and "it was not me". */
const ofPrivacy: readonly Page[] = [myDataPage, askArchivePage, archivePage, erasePage, eraseConfirmPage, erasedPage, notMeDonePage,
  notMePage]

/** The file of each person, and the claims they may join. */
const ofPersons: readonly Page[] = [
  mendPage, decisionsPage, askReviewInAccountPage, myDetailsPage, correctPage, correctedPage, correctUsagePage, signAnewPage,
  claimsPage, joinClaimPage, newChildOfAccountPage,
]

/** What the other parent of a child opens. */
const ofGuardians: readonly Page[] = [invitedPage, invitedCodePage, guardianAnswerPage]

/** A child turns 16 and 18. */
const ofGrowingUp: readonly Page[] = [ownAccessPage, childPage, giveUpPage, stayPage]

const ofLeaving: readonly Page[] = [accountWithdrawPage, leaveReceiptPage, leavePage, leaveEndPage, leaveRevokePage, leaveCourtPage]

const ofMailbox: readonly Page[] = [mailboxPage, mailPage, mailHtmlPage, mailAttachmentPage]

const ofClaims: readonly Page[] = [
  picturePage, campaignPage, costsPage, documentPage, newsFeedPage, newsPage, newsItemPage, questionsPage, questionPage,
  sharePage, withdrawPage, withdrawCodePage, withdrawConfirmPage, withdrawReceiptPage,
]

const ofJoining: readonly Page[] = [startPage, codePage, codeAgainPage, knownPage, whoPage, detailsPage, newChildPage, joiningChildPage,
  removeChildPage, childrenPage, parentPage, parentAskedPage, agreementsPage, signPage,
  signByPhonePage, phoneStatePage, phoneLinkPage, phoneSignPage, checkPage, donePage]

/** Every page of the site, in the order in which the router tries them: the foundation's before the claims'. */
export const pages: readonly Page[] = [...ofFoundation, ...ofAccess, ...ofAccount, ...ofLeaving, ...ofPersons, ...ofGrowingUp,
  ...ofGuardians, ...ofPrivacy, ...deskPages, ...ofMailbox, ...ofClaims, ...ofJoining]
