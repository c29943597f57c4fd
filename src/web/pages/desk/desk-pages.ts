import type { Page } from '#web/page.ts'
import { firstPage } from './entrance/first.tsx'
import { enrolOptionsPage, enrolPage } from './entrance/passkey.tsx'
import { deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignInPage, deskSignOutPage } from './entrance/sign-in.tsx'
import { paymentsPage } from './payments/payments.tsx'

const ofMoney: readonly Page[] = [paymentsPage]

const ofEntrance: readonly Page[] = [firstPage, deskSignInPage, deskCodePage, deskPasskeyOptionsPage, deskPasskeySignInPage, deskSignOutPage,
  enrolPage, enrolOptionsPage]

/** Every page of the desk, area by area. */
export const deskPages: readonly Page[] = [...ofEntrance, ...ofMoney]
