import { wordsIn } from '#words/words.ts'
import type { SigningRecord } from './signing-record.ts'

/** The record of the signing in words, in the order in which it happened: an address may be proven anew after the texts (SG-04). */
export function evidenceRows(record: SigningRecord): { at: Date; event: string; detail: string }[] {
  const t = wordsIn(record.language)
  const { email, statement, texts, successFee, startEarly, signature } = record
  const agreedAt = new Date(texts[0]?.at ?? record.submittedAt)
  const where = { ip: signature.ip, agent: signature.userAgent }
  const rows = [
    { at: new Date(statement.at), event: t('evidence.started'), detail: `${statement.sentence}. ${statement.terms}` },
    { at: new Date(email.provenAt), event: t('evidence.proven'), detail: email.codeSentAt
      ? t('evidence.provenDetail', { email: email.address, sent: email.codeSentAt.slice(11, 19), attempts: email.attempts ?? 1 })
      : t('evidence.provenSignedIn', { email: email.address }) },
    ...(record.onlyChildren ? [{ at: new Date(record.onlyChildren.at), event: t('evidence.forWhom'), detail: record.onlyChildren.sentence }]
      : []),
    ...(record.represented ? [{ at: new Date(record.represented.declaration.at), event: t('evidence.declared'),
      detail: record.represented.declaration.sentence }] : []),
    ...texts.map((text) => ({ at: new Date(text.at), event: t('evidence.text', { title: text.title, version: text.version }),
      detail: text.sentence })),
    { at: agreedAt, event: t('evidence.fee'), detail: successFee.sentence },
    { at: agreedAt, event: t('evidence.early'), detail: startEarly.asked ? t('evidence.yes', { sentence: startEarly.sentence })
      : t('evidence.no') },
    { at: new Date(signature.at), event: t('evidence.signed'), detail: [
      t(signature.way === 'drawn' ? 'evidence.drawn' : 'evidence.typed', where),
      ...(signature.onPhone ? [t('evidence.onPhone', { time: signature.onPhone.linkOpenedAt.slice(11, 19) })] : []),
    ].join('. ') },
    { at: new Date(record.submittedAt), event: t('evidence.submitted', { button: record.button }),
      detail: t('evidence.screens', { screens: record.screens.map(({ screen }) => t(`join.step.${screen}`)).join(', ') }) },
  ]
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
