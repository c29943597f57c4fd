import { lastDayToPay } from '#deadlines/payment.ts'
import type { KnownFee } from '#fees/queries.ts'
import type { Waiver } from '#fees/owe.ts'
import { dayIn } from '#platform/clock.ts'
import { day, inFours, money } from '#words/formats.ts'
import type { Desk } from './case-file.ts'

/** What of the registration fee is owed, waived or given back, as the desk reads it. Amounts in cents. */
export function registrationState({ t, language }: Desk, fee: KnownFee | undefined, timeZone = 'Europe/Amsterdam'): string {
  if (!fee) return t('desk.person.noFee')
  if (fee.refund) return t('desk.person.feeRefund', { amount: money(language, fee.cents), day: day(language, fee.refund.dueOn) })
  if (fee.cents === 0) return t(`account.fee.waived.${fee.reason as Waiver}`)
  const by = day(language, lastDayToPay(dayIn(timeZone, fee.owedAt)))
  return t('desk.person.feeOwed', { amount: money(language, fee.cents), reference: inFours(fee.reference ?? ''), day: by })
}
