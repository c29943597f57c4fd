import { masked } from '#accounts/bank-account.ts'
import { day } from '#words/formats.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { dayOf, personLink, timeOf } from './who.ts'

/** What somebody asked of the foundation and was sent; what is in it only while the record is open. */
export function Dealings({ visit, file }: { visit: Desk; file: CaseFile }) {
  const { t, language } = visit
  const { dealings, bankAccount, files, opened, person: { personId } } = file
  const of = (what: (typeof dealings)[number]['what']) => dealings.filter((each) => each.what === what)
  const [mails, refused] = [of('mails')[0], of('mails-refused')[0]]
  const rows = [
    { term: t('desk.person.bank'), value: bankAccount
      ? t('desk.person.bankKnown', { iban: masked(bankAccount.iban), whose: t(`desk.person.bankOf.${bankAccount.belongsTo}`),
        day: dayOf(visit, bankAccount.enteredAt) })
      : t('desk.person.bankNone') },
    ...of('address-asked').map(({ at }) => ({ term: t('desk.person.addressAsked'), value: dayOf(visit, at) })),
    ...of('court-letter').map(({ at, detail }) => ({ term: t('desk.person.court'), value: t('desk.person.courtLetter',
      { way: t(`desk.person.courtWay.${detail as 'opt-out'}`), day: dayOf(visit, at) }) })),
    ...of('court-step').filter(({ detail }) => detail !== 'prepared').map(({ at, detail }) => (
      { term: t('desk.person.courtStep'), value: t(`desk.person.courtStep.${detail as 'sent'}`, { day: day(language,
        at.toISOString().slice(0, 10)) }) })),
    ...of('archive').map(({ at }) => ({ term: t('desk.person.archive'), value: dayOf(visit, at) })),
    { term: t('desk.person.mails'), value: mails
      ? t('desk.person.mailsSent', { count: mails.n, day: dayOf(visit, mails.at),
        refused: refused?.n ?? 0 }) : t('desk.person.mailsNone') },
    { term: t('desk.person.files'), value: t('desk.person.filesKept', { count: files.length }) },
  ]
  return (
    <section aria-labelledby="dealings">
      <h2 id="dealings">{t('desk.person.dealings')}</h2>
      <dl class="desk-facts">{rows.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      {opened && (
        <>
          {opened.mails.length > 0 && <h3>{t('desk.person.mails')}</h3>}
          <ul class="case-lines">{opened.mails.map((mail) => (
            <li><span><a href={personLink(visit, personId, `/mails/${mail.id}`)}>{mail.subject}</a>
              <span class="fine">
                {` ${timeOf(visit, mail.queuedAt)}. ${mail.to}. ${t(`account.messages.${mail.outcome}`)}.`}
              </span></span></li>
          ))}</ul>
          {files.length > 0 && <h3>{t('desk.person.files')}</h3>}
          <ul class="case-lines">{files.map((each) => (
            <li><span><a href={personLink(visit, personId, `/files/${each.id}`)}>{t('desk.person.file', { kind: each.kind,
              day: dayOf(visit, each.storedAt) })}</a></span></li>
          ))}</ul>
          {opened.invitations.length > 0 && <h3>{t('desk.person.otherParent')}</h3>}
          <ul class="case-lines">{opened.invitations.map(({ contact, invitedAt, answered }) => (
            <li><span>{t('desk.person.invited', { name: contact.name, email: contact.email, day: dayOf(visit, invitedAt) })}{' '}
              {answered ? <>{t(`desk.person.guardianAnswer.${answered.answer}`, { day: dayOf(visit, answered.at) })}
                {answered.word && <span class="said">{answered.word}</span>}</> : t('desk.person.guardianSilent')}</span></li>
          ))}</ul>
          <h3>{t('desk.person.changes')}</h3>
          {opened.changes.length === 0 ? <p>{t('desk.person.changesNone')}</p> : (
            <ul class="case-lines">{opened.changes.map(({ field, was, changedAt }) => (
              <li><span>{t('desk.person.changed', { field: t(`desk.person.field.${field}`), day: dayOf(visit, changedAt) })} <span
                class="said">{was}</span></span></li>
            ))}</ul>
          )}
        </>
      )}
    </section>
  )
}
