import type { Page } from '#web/page.ts'
import { bulkListPage } from './bulk/list.tsx'
import { bulkNewPage } from './bulk/new.tsx'
import { bulkOrderPage, bulkProposePage, bulkRunPage } from './bulk/run.tsx'
import { deskBundlePage } from './claims/carrying/bundle.tsx'
import { deskNewClaimPage } from './claims/carrying/new-claim.tsx'
import { deskTakeInPage } from './claims/carrying/take-in.tsx'
import { deskClaimPage } from './claims/claim.tsx'
import { deskClaimsPage } from './claims/claims-list.tsx'
import { deskFactsPage } from './claims/drafting/facts.tsx'
import { deskPreviewedItemPage, deskPreviewedPage, deskPreviewedViewPage } from './claims/drafting/preview-page.tsx'
import { deskPreviewPage } from './claims/drafting/preview.tsx'
import { deskTextPage } from './claims/drafting/text.tsx'
import { deskTextsPage } from './claims/drafting/texts.tsx'
import { deskPicturePage } from './claims/pictures/picture.tsx'
import { deskPictureFilePage } from './claims/pictures/picture-file.ts'
import { deskPicturesPage } from './claims/pictures/pictures.tsx'
import { deskPhasePage } from './claims/phases/phase.tsx'
import { deskAgreementsPage } from './claims/publishing/agreements.tsx'
import { deskFeePage } from './claims/publishing/fee.tsx'
import { deskNewAgreementVersionPage } from './claims/publishing/new-version.tsx'
import { deskPublishPage } from './claims/publishing/publish.tsx'
import { deskSchedulePage } from './claims/publishing/schedule.tsx'
import { deskTakeBackPage } from './claims/publishing/take-back.tsx'
import { deskUpToDatePage } from './claims/publishing/up-to-date.tsx'
import { deskVersionDifferencePage } from './claims/publishing/version-difference.tsx'
import { deskVersionsPage } from './claims/publishing/versions.tsx'
import { duplicatesPage } from './duplicates/list.tsx'
import { mergePage, unmergePage } from './duplicates/merge.tsx'
import { pairPage } from './duplicates/pair.tsx'
import { firstPage } from './entrance/first.tsx'
import { enrolOptionsPage, enrolPage } from './entrance/passkey.tsx'
import { deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignInPage, deskSignOutPage } from './entrance/sign-in.tsx'
import { erasuresPage } from './erasures/list.tsx'
import { jobsPage } from './jobs/jobs.tsx'
import { exportPage } from './journal/export.tsx'
import { journalPage } from './journal/journal.tsx'
import { verifyPage } from './journal/verify.tsx'
import { addDeskPasskeyOptionsPage, addDeskPasskeyPage } from './me/add-passkey.tsx'
import { mePage } from './me/me.tsx'
import { invitePage } from './organisers/invite.tsx'
import { organiserPage } from './organisers/organiser.tsx'
import { organisersPage } from './organisers/organisers.tsx'
import { overviewPage } from './overview/overview.tsx'
import { paymentsPage } from './payments/payments.tsx'
import { answerReviewPage } from './people/casework/answer-review.tsx'
import { askReviewPage } from './people/casework/ask-review.tsx'
import { correctForPage } from './people/casework/correct.tsx'
import { decidePage } from './people/casework/decide.tsx'
import { deficiencyPage } from './people/casework/deficiency.tsx'
import { erasePersonPage } from './people/casework/erase.tsx'
import { notePage, strikePage } from './people/casework/notes.tsx'
import { concludePage, extendPage, noticePage } from './people/casework/notice.tsx'
import { deskFilePage, deskMailPage } from './people/casework/papers.tsx'
import { objectionPage } from './people/casework/objection.tsx'
import { readPage } from './people/casework/read.tsx'
import { markTaskPage, taskPage } from './people/casework/tasks.tsx'
import { undoPage } from './people/casework/undo.tsx'
import { peoplePage } from './people/list/list.tsx'
import { segmentPage, segmentsPage } from './people/list/segments.tsx'
import { personPage } from './people/person/person.tsx'
import { proposalPage } from './proposals/proposal.tsx'
import { proposalsPage } from './proposals/proposals.tsx'
import { rolesPage } from './roles/roles.tsx'
import { signalsPage } from './signals/list.tsx'
import { signalPersonPage } from './signals/person.tsx'
import { tasksPage } from './tasks/tasks.tsx'
import { deskDisclosurePage } from './transparency/item.tsx'
import { deskTransparencyPage } from './transparency/list.tsx'

const ofOverview: readonly Page[] = [overviewPage, jobsPage]

const ofEntrance: readonly Page[] = [
  firstPage, deskSignInPage, deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignOutPage, enrolPage,
  enrolOptionsPage,
]

const ofOrganisers: readonly Page[] = [organisersPage, invitePage, organiserPage, rolesPage, proposalsPage, proposalPage, mePage,
  addDeskPasskeyPage, addDeskPasskeyOptionsPage]

/** `segments` is no person: before the pages of one. */
const ofPeople: readonly Page[] = [peoplePage, segmentsPage, segmentPage]

/** Somebody's record, and what is done about them. */
const ofCasework: readonly Page[] = [
  personPage, readPage, notePage, strikePage, taskPage, markTaskPage, decidePage, undoPage, correctForPage, objectionPage,
  askReviewPage,
  answerReviewPage, deficiencyPage, noticePage, extendPage, concludePage, erasePersonPage, deskMailPage, deskFilePage, tasksPage,
]

const ofQueues: readonly Page[] = [duplicatesPage, pairPage, mergePage, unmergePage, signalsPage, signalPersonPage, erasuresPage]

const ofBulk: readonly Page[] = [bulkListPage, bulkNewPage, bulkRunPage, bulkProposePage, bulkOrderPage]

const ofMoney: readonly Page[] = [paymentsPage]

/** A claim on its way to the public. `new` and `import` are no claims: before the pages of one. */
const ofPublishing: readonly Page[] = [
  deskNewClaimPage, deskTakeInPage, deskFeePage, deskPublishPage, deskSchedulePage, deskUpToDatePage, deskAgreementsPage,
  deskNewAgreementVersionPage, deskVersionsPage, deskVersionDifferencePage, deskTakeBackPage, deskBundlePage,
  deskPhasePage, deskTransparencyPage, deskDisclosurePage,
]

const ofDrafting: readonly Page[] = [
  deskClaimsPage, deskFactsPage, deskPicturesPage, deskPicturePage, deskPictureFilePage, deskTextsPage, deskTextPage,
  deskPreviewPage, deskPreviewedPage, deskPreviewedViewPage, deskPreviewedItemPage, deskClaimPage,
]

const ofJournal: readonly Page[] = [journalPage, verifyPage, exportPage]

/** Every page of the desk, in the order in which the router tries them. */
export const deskPages: readonly Page[] = [
  ...ofOverview, ...ofEntrance, ...ofOrganisers, ...ofPeople, ...ofCasework, ...ofQueues, ...ofBulk, ...ofMoney,
  ...ofPublishing, ...ofDrafting, ...ofJournal,
]
