import { epcPayload } from '#fees/registration-fee.ts'
import { inFours, money } from '#words/formats.ts'
import type { T } from '#words/words.ts'
import { DefinitionTable } from './blocks.tsx'
import { Qr } from './qr.tsx'

interface PaymentProps {
  t: T
  language: 'en' | 'nl'
  to: { bank: { holder: string; iban: string; bic: string }; vatId: string }
  /** Amounts in cents; `vatCents` is the part of `cents` that is VAT. */
  fee: { cents: number; vatCents: number; reference: string }
}

/**
 * How to pay a fee by bank transfer: EPC QR code (EPC069-12) and the same details to copy (PI-03), with what a bookkeeper asks: VAT and who
 * owes it.
 */
export function Payment({ t, language, to: { bank, vatId }, fee: { cents, vatCents, reference } }: PaymentProps) {
  const [amount, vat] = [money(language, cents), money(language, vatCents)]
  return (
    <section class="payment" aria-labelledby={`pay-${reference}`}>
      <h2 id={`pay-${reference}`}>{t('join.done.pay', { amount })}</h2>
      <p>{t('join.done.payLead')}</p>
      <Qr
        text={epcPayload({ holder: bank.holder, iban: bank.iban, cents, reference })}
        label={t('join.done.qr', { amount, holder: bank.holder, reference: inFours(reference) })}
      />
      <DefinitionTable rows={[
        { term: t('join.done.holder'), value: bank.holder },
        { term: t('join.done.iban'), value: <span class="reference">{inFours(bank.iban.replaceAll(' ', ''))}</span> },
        { term: t('join.done.bic'), value: bank.bic },
        { term: t('join.done.amount'), value: vatCents ? t('join.done.amountWithVat', { amount, vat }) : amount },
        { term: t('join.done.payReference'), value: <span class="reference">{inFours(reference)}</span> },
        { term: t('join.done.vatId'), value: vatId },
      ]} />
      <p class="hint">{t('join.done.payHint')}</p>
    </section>
  )
}
