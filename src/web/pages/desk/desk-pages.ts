import type { Page } from '#web/page.ts'
import { bulkListPage } from './bulk/list.tsx'
import { bulkNewPage } from './bulk/new.tsx'
import { bulkOrderPage, bulkProposePage, bulkRunPage } from './bulk/run.tsx'
import { duplicatesPage } from './duplicates/list.tsx'
import { mergePage, unmergePage } from './duplicates/merge.tsx'
import { pairPage } from './duplicates/pair.tsx'
import { erasePersonPage } from './erasures/erase.tsx'
import { erasuresPage } from './erasures/list.tsx'
import { addDeskPasskeyOptionsPage, addDeskPasskeyPage } from './me/add-passkey.tsx'
import { mePage } from './me/me.tsx'
import { invitePage } from './organisers/invite.tsx'
import { organiserPage } from './organisers/organiser.tsx'
import { organisersPage } from './organisers/organisers.tsx'
import { rolesPage } from './organisers/roles.tsx'
import { proposalPage } from './proposals/proposal.tsx'
import { proposalsPage } from './proposals/proposals.tsx'
import { firstPage } from './entrance/first.tsx'
import { enrolOptionsPage, enrolPage } from './entrance/passkey.tsx'
import { deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignInPage, deskSignOutPage } from './entrance/sign-in.tsx'
import { peoplePage } from './people/list/list.tsx'
import { segmentPage, segmentsPage } from './people/list/segments.tsx'
import { decidePage } from './casework/decide.tsx'
import { deficiencyPage } from './casework/deficiency.tsx'
import { notePage, strikePage } from './casework/notes.tsx'
import { concludePage, extendPage, noticePage } from './casework/notice.tsx'
import { deskFilePage, deskMailPage } from './casework/papers.tsx'
import { readPage } from './casework/read.tsx'
import { tasksPage } from './casework/task-list.tsx'
import { markTaskPage, taskPage } from './casework/tasks.tsx'
import { undoPage } from './casework/undo.tsx'
import { personPage } from './people/person/person.tsx'
import { exportFilePage, exportPage } from './journal/export.tsx'
import { journalPage } from './journal/journal.tsx'
import { verifyPage } from './journal/verify.tsx'
import { jobsPage } from './overview/jobs.tsx'
import { overviewPage } from './overview/overview.tsx'
import { deskClaimPage } from './claims/claim.tsx'
import { deskClaimsPage } from './claims/claims-list.tsx'
import { deskFactsPage } from './claims/facts.tsx'
import { deskPreviewedItemPage, deskPreviewedPage, deskPreviewedViewPage } from './claims/preview-page.tsx'
import { deskPreviewPage } from './claims/preview.tsx'
import { deskTextPage } from './claims/text.tsx'
import { deskTextsPage } from './claims/texts.tsx'
import { signalsPage } from './signals/list.tsx'
import { signalPersonPage } from './signals/person.tsx'
import { paymentsPage } from './payments/payments.tsx'
import { deskBundlePage } from './carrying/bundle.tsx'
import { deskNewClaimPage } from './carrying/new-claim.tsx'
import { deskTakeInPage } from './carrying/take-in.tsx'
import { deskPhasePage } from './phases/phase.tsx'
import { deskAgreementsPage, deskNewAgreementVersionPage } from './publishing/agreements.tsx'
import { deskPublishPage } from './publishing/publish.tsx'
import { deskSchedulePage } from './publishing/schedule.tsx'
import { deskTakeBackPage } from './publishing/take-back.tsx'
import { deskUpToDatePage } from './publishing/up-to-date.tsx'
import { deskVersionDifferencePage } from './publishing/version-difference.tsx'
import { deskVersionsPage } from './publishing/versions.tsx'
import { deskDisclosurePage } from './transparency/item.tsx'
import { deskTransparencyPage } from './transparency/list.tsx'

/** A claim on its way to the public. `new` and `import` are no claims: before the pages of one. */
const ofPublishing: readonly Page[] = [deskNewClaimPage, deskTakeInPage, deskPublishPage, deskSchedulePage, deskUpToDatePage, deskAgreementsPage,
  deskNewAgreementVersionPage, deskVersionsPage, deskVersionDifferencePage, deskTakeBackPage, deskBundlePage, deskPhasePage, deskTransparencyPage,
  deskDisclosurePage]

const ofMoney: readonly Page[] = [paymentsPage]

const ofEntrance: readonly Page[] = [firstPage, deskSignInPage, deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignOutPage,
  enrolPage, enrolOptionsPage]

/** Before the pages of one person: `segments` is no person. */
const ofPeople: readonly Page[] = [peoplePage, segmentsPage, segmentPage]

/** Somebody's record, and what is done about them. */
const ofCasework: readonly Page[] = [personPage, readPage, notePage, strikePage, taskPage, markTaskPage, decidePage, undoPage, deficiencyPage,
  noticePage, extendPage, concludePage, deskMailPage, deskFilePage, tasksPage]

const ofDuplicates: readonly Page[] = [duplicatesPage, pairPage, mergePage, unmergePage, signalsPage, signalPersonPage]

const ofBulk: readonly Page[] = [bulkListPage, bulkNewPage, bulkRunPage, bulkProposePage, bulkOrderPage]
const ofErasures: readonly Page[] = [erasuresPage, erasePersonPage]

const ofOrganisers: readonly Page[] = [organisersPage, invitePage, organiserPage, rolesPage, proposalsPage, proposalPage, mePage,
  addDeskPasskeyPage, addDeskPasskeyOptionsPage]

const ofOverview: readonly Page[] = [overviewPage, jobsPage]
const ofJournal: readonly Page[] = [journalPage, verifyPage, exportPage, exportFilePage]

const ofDrafting: readonly Page[] = [deskClaimsPage, deskFactsPage, deskTextsPage, deskTextPage, deskPreviewPage, deskPreviewedPage,
  deskPreviewedViewPage, deskPreviewedItemPage, deskClaimPage]

/** Every page of the desk, area by area. */
export const deskPages: readonly Page[] = [...ofOverview, ...ofJournal, ...ofEntrance, ...ofOrganisers, ...ofPeople, ...ofCasework, ...ofDuplicates, ...ofBulk, ...ofErasures, ...ofMoney, ...ofPublishing, ...ofDrafting]
