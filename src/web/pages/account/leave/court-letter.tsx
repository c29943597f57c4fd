import type { CourtLetter } from '#court/queries.ts'
import { lastDayToInterrupt } from '#deadlines/own-interruption.ts'
import type { Leaving } from '#leaving/leavers.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { DateField, RadioField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { datePartsOf, errorAt, typedAt } from '#web/parts/typed.ts'
import type { Participant } from '#web/pages/account/account-layout.tsx'

/** Asks for the letter that fits: where one lived on the day of reference decides between stepping out and stepping in. */
export function AskForm({ visit, leaving,
  court }: { visit: Participant; leaving: Leaving; court: NonNullable<Leaving['facts']['court']> }) {
  const { t, language } = visit
  const { as, person } = leaving.of
  const date = day(language, court.referenceDate)
  return (
    <section>
      <h2>{t('court.form.title')}</h2>
      <form method="post" action={visit.path} novalidate>
        <input type="hidden" name="act" value="ask" />
        <RadioField t={t} name="residence"
          label={as === 'self' ? t('court.form.residenceSelf', { date }) : t('court.form.residence', { name: person.legalName, date })}
          error={errorAt(visit, 'residence')} value={typedAt(visit, 'residence')} choices={[
            { value: 'netherlands', label: t('court.form.netherlands'), hint: t('court.form.netherlandsHint') },
            { value: 'abroad', label: t('court.form.abroad'), hint: t(`court.form.abroadHint-${court.abroad}`) },
          ]} />
        <p>{t('court.form.after')}</p>
        <Actions><Button busy={t('join.busy')}>{t('court.form.send')}</Button></Actions>
      </form>
    </section>
  )
}

/** A letter that was asked for: to download, and what its participant did with it since. */
export function Letter({ visit, letter, company }: { visit: Participant; letter: CourtLetter; company: string }) {
  const { t, language } = visit
  const next = letter.confirmedOn || !letter.prepared ? undefined : letter.sentOn ? 'confirmed' as const : 'sent' as const
  const mine = typedAt(visit, 'letter') === letter.id
  return (
    <section>
      <h2>{t(`court.made.title.${letter.kind}`, { date: day(language, dayIn(legalZone, letter.askedAt)) })}</h2>
      {letter.prepared
        ? <p><a href={visit.homeLink(`/account/documents/${letter.personId}/${letter.prepared.fileId}`)}>{t('court.made.download')}</a></p>
        : <p>{t('court.made.making')}</p>}
      {letter.sentOn && (
        <p>
          {t('court.made.sent', { date: day(language, letter.sentOn) })}
          {letter.kind === 'opt-out' && (
            <> <strong>{t('court.made.sixMonths', { company, date: day(language, lastDayToInterrupt(letter.sentOn)) })}</strong></>
          )}
        </p>
      )}
      {letter.confirmedOn && <p>{t('court.made.confirmed', { date: day(language, letter.confirmedOn) })}</p>}
      {next && (
        <form method="post" action={visit.path} novalidate>
          <input type="hidden" name="act" value={next} />
          <input type="hidden" name="letter" value={letter.id} />
          <DateField t={t} name="on" label={t(next === 'sent' ? 'court.made.askSent' : 'court.made.askConfirmed')}
            error={mine ? errorAt(visit, 'on') : undefined} value={mine ? datePartsOf(visit, 'on') : undefined} />
          <Actions><Button kind="secondary" busy={t('join.busy')}>{t('court.made.note')}</Button></Actions>
        </form>
      )}
    </section>
  )
}
