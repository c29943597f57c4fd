import type { Page } from '#web/page.ts'
import { duplicatesPage } from './duplicates/list.tsx'
import { mergePage, unmergePage } from './duplicates/merge.tsx'
import { pairPage } from './duplicates/pair.tsx'
import { firstPage } from './entrance/first.tsx'
import { enrolOptionsPage, enrolPage } from './entrance/passkey.tsx'
import { deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignInPage, deskSignOutPage } from './entrance/sign-in.tsx'
import { paymentsPage } from './payments/payments.tsx'

const ofMoney: readonly Page[] = [paymentsPage]

const ofEntrance: readonly Page[] = [firstPage, deskSignInPage, deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignOutPage,
  enrolPage, enrolOptionsPage]

const ofDuplicates: readonly Page[] = [duplicatesPage, pairPage, mergePage, unmergePage]

/** Every page of the desk, area by area. */
export const deskPages: readonly Page[] = [...ofEntrance, ...ofDuplicates, ...ofMoney]
