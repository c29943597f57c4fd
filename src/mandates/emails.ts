import { Temporal } from 'temporal-polyfill'
import type { Language } from '#claims/bundle.ts'
import { senderOf } from '#claims/mail-sender.ts'
import { getContent, getOrganisation } from '#claims/queries.ts'
import { lastDayToPay } from '#deadlines/payment.ts'
import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { ageOn, dataRightsFrom } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { findParticipation } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day, inFours, money } from '#words/formats.ts'
import { wordsIn, type T } from '#words/words.ts'
import type { SigningRecord } from './signing-record.ts'

interface About { personId: string; signing: SigningRecord; sha256: string; origin: string }

/** The signed copy on a durable medium (6:230v(7) BW, MO-01; AD-08): the sealed PDF, the fee, the right to withdraw with its form. */
export async function sealedMail(ctx: Ctx, { personId, signing, sha256, origin }: About): Promise<MailMessage> {
  const { language, claim: slug } = signing
  const t = wordsIn(language)
  const [organisation, claim, participation] = await Promise.all([
    getOrganisation(ctx.db, language), getContent(ctx.db, slug, language), findParticipation(ctx, personId, slug),
  ])
  const fee = signing.registrationFee.cents > 0
    ? await ctx.db.selectFrom('fee').selectAll().where('person_id', '=', signing.payer ?? personId).where('claim', '=', slug)
      .where('cents', '>', 0).orderBy('owed_at', 'desc').limit(1).executeTakeFirst()
    : undefined
  const { facts } = claim
  const joinedOn = dayIn(facts.timeZone, participation!.joinedAt)
  const until = lastDayToWithdraw(joinedOn)
  const actFrom = participation!.startEarly ? joinedOn : Temporal.PlainDate.from(until).add({ days: 1 }).toString()
  const { represented } = signing
  // Of a child the mail goes to who signed, names the child and says what happens for the child.
  const words = { child: represented ? calledName(represented.legalName) : '', claim: facts.name[language] }
  const next = { ...words, date: day(language, actFrom), company: facts.company }
  const heading = represented
    ? { subject: t('mail.sealed.subjectChild', words), preheader: t('mail.sealed.preheaderChild', words) }
    : { subject: t('mail.sealed.subject', words), preheader: t('mail.sealed.preheader') }
  const nextKey = !represented ? 'mail.sealed.nextText'
    : ageOn(represented.birthDate, joinedOn) >= dataRightsFrom ? 'mail.sealed.nextTextChild16' : 'mail.sealed.nextTextChild'
  const lead = t(represented ? 'mail.sealed.leadChild' : 'mail.sealed.lead', words)
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    ...heading,
    blocks: [
      { kind: 'paragraph', text: t('mail.greeting', { name: signing.details.legalName }) },
      { kind: 'paragraph', text: lead },
      { kind: 'table', rows: [
        ...(represented ? [[t('mail.sealed.nameChild'), represented.legalName] as [string, string]] : []),
        [represented ? t('mail.sealed.referenceChild', words) : t('mail.sealed.reference'), inFours(participation!.reference)],
        [t('mail.sealed.joined'), day(language, joinedOn)],
        [t('mail.sealed.successFee'), signing.successFee.sentence], [t('mail.sealed.fingerprint'), sha256],
      ] },
      ...(fee ? payBlocks(t, language, fee, lastDayToPay(joinedOn), organisation.facts.bank)
        : [{ kind: 'paragraph' as const, text: noFeeWords(t, signing, words, organisation.facts.name) }]),
      ...(signing.renewal ? [] : withdrawBlocks(t, {
        language, paid: !!fee, until, joinedOn, reference: participation!.reference, claim: facts.name[language],
        foundation: organisation.facts, href: `${origin}/${language}/${slug}/withdraw`,
      })),
      { kind: 'heading', text: t('mail.sealed.next') },
      { kind: 'paragraph', text: t(nextKey, next) },
      { kind: 'button', label: t('mail.sealed.account'), href: `${origin}/${language}/account` },
    ],
  })
}

interface Withdrawing {
  language: Language
  /** Whether a fee comes back. */
  paid: boolean
  /** The last day, and the day of the agreement. */
  until: string
  joinedOn: string
  reference: string
  claim: string
  foundation: { legalName: string; address: readonly string[]; email: string }
  href: string
}

/** The right to withdraw and the model form (6:230v(7) BW, MO-01), filled in as far as the foundation can. */
function withdrawBlocks(t: T, { language, paid, until, joinedOn, reference, claim, foundation, href }: Withdrawing): MailBlock[] {
  const { legalName, address, email } = foundation
  return [
    { kind: 'heading', text: t('mail.sealed.withdraw', { date: day(language, until) }) },
    { kind: 'paragraph', text: t(paid ? 'mail.sealed.withdrawHow' : 'mail.sealed.withdrawHowFree', { email }) },
    { kind: 'small', text: [
      t('withdraw.form'), t('withdraw.formTo', { organisation: legalName, address: address.join(', '), email }),
      t('withdraw.formText', { claim }),
      `${t('withdraw.formJoined')} ${day(language, joinedOn)}`, `${t('withdraw.formReference')} ${inFours(reference)}`,
      t('withdraw.formName'), t('withdraw.formAddress'), t('withdraw.formDate'), t('withdraw.formSignature'),
    ].join('\n') },
    { kind: 'button', label: t('mail.sealed.withdrawLink'), href },
  ]
}

/** Why this mail asks for no registration fee. */
function noFeeWords(
  t: T, { represented, renewal, registrationFee: { waiver } }: SigningRecord, words: { child: string }, organisation: string,
): string {
  if (renewal) return t('mail.sealed.payAsBefore')
  if (represented) return t('mail.sealed.payPaidChild', words)
  return waiver === 'owed-for-another-claim' ? t('mail.sealed.payPaid', { organisation }) : t('mail.sealed.payNone')
}

function payBlocks(t: T, language: 'en' | 'nl', fee: { cents: number; vat_cents: number; reference: string | null }, payBy: string,
  bank: { holder: string; iban: string; bic: string }): MailBlock[] {
  return [
    { kind: 'heading', text: t('mail.sealed.pay') },
    { kind: 'paragraph', text: t('mail.sealed.payHow',
      { amount: money(language, fee.cents), vat: money(language, fee.vat_cents), date: day(language, payBy) }) },
    { kind: 'table', rows: [
      [t('join.done.holder'), bank.holder], [t('join.done.iban'), inFours(bank.iban.replaceAll(' ', ''))], [t('join.done.bic'), bank.bic],
      [t('join.done.amount'), money(language, fee.cents)], [t('join.done.payReference'), inFours(fee.reference ?? '')],
    ] },
  ]
}
