import type { Page } from '#web/page.ts'
import { paymentsPage } from './payments/payments.tsx'

const ofMoney: readonly Page[] = [paymentsPage]

/** Every page of the desk, area by area. */
export const deskPages: readonly Page[] = [...ofMoney]
