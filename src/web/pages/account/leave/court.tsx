import * as z from 'zod'
import { askLetter } from '#court/ask-letter.ts'
import { noteStep } from '#court/note-step.ts'
import { listLetters, type CourtLetter } from '#court/queries.ts'
import { courtTerm } from '#court/way.ts'
import { lastDayToInterrupt } from '#deadlines/own-interruption.ts'
import type { Leaving } from '#leaving/leavers.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice, SummaryList } from '#web/parts/blocks.tsx'
import { DateField, RadioField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { digits } from '#web/pages/join/form-fields.ts'
import { errorAt, typedAt } from '#web/pages/join/journey.tsx'
import { accountPageOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { AboutWhom, leaveLink, leavingOf } from './leave.tsx'

const steps = ['sent', 'confirmed'] as const
const noting = z.object({ act: z.enum(steps), letter: z.uuid(), 'on-day': z.string().optional(), 'on-month': z.string().optional(), 'on-year': z.string().optional() })
const asking = z.object({ act: z.literal('ask'), residence: z.enum(['netherlands', 'abroad'], { error: () => because('residence-missing') }) })
type Noting = z.output<typeof noting>

/** A day as typed, `YYYY-MM-DD`; undefined where it is none. */
function typedDay(sent: Noting): string | undefined {
  const [d, m, y] = [digits(sent['on-day'], 31), digits(sent['on-month'], 12), digits(sent['on-year'], 9999)]
  if (!d || !m || !y) return undefined
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && y >= 2000 ? date.toISOString().slice(0, 10) : undefined
}

/** What a letter to the court is and is not, which applies to whom, and the letter itself (1018f Rv; WA-08, WA-09, RM-08). */
export const leaveCourtPage = page('/:lang{en|nl}/account/leave/:person/:claim/court', {
  who: 'participant',
  form: z.discriminatedUnion('act', [asking, noting]),
  async show(visit) {
    const { t, language, ctx } = visit
    const leaving = await leavingOf(visit)
    if (!leaving) return missing
    const { facts, participation: { personId, claim } } = leaving
    const term = courtTerm(facts.court, dayIn(facts.timeZone, ctx.now))
    const letters = await listLetters(ctx, personId, claim)
    return accountPageOf(visit, { title: t('court.title', { claim: facts.name[language] }), children: (
      <>
        <AboutWhom visit={visit} of={leaving} />
        <p class="lead">{t('court.lead')}</p>
        {term === 'none' && <Notice t={t}><p>{t('court.none', { claim: facts.name[language] })}</p></Notice>}
        {term === 'over' && <Notice t={t} kind="warning"><p>{t('court.over', { date: day(language, facts.court!.lastDay) })}</p></Notice>}
        {(['is', 'isNot', 'which'] as const).map((part) => <><h2>{t(`court.${part}.title`)}</h2><p>{t(`court.${part}`)}</p></>)}
        <Notice t={t} kind="warning" title={t('court.warning.title')}><p>{t('court.sixMonths', { company: facts.company })}</p></Notice>
        {term !== 'none' && <Court visit={visit} court={facts.court!} />}
        {letters.map((letter) => <Letter visit={visit} letter={letter} company={facts.company} />)}
        {term === 'open' && <AskForm visit={visit} leaving={leaving} court={facts.court!} />}
        <p><a href={leaveLink(visit)}>{t('leave.back')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const { ctx, session, params, language, sent } = visit
    const who = { emailIndex: session.emailIndex, personId: params['person'] ?? '', claim: params['claim'] ?? '', language }
    const field = sent.act === 'ask' ? 'residence' : 'on'
    const on = sent.act === 'ask' ? undefined : typedDay(sent)
    if (sent.act !== 'ask' && !on) return again({ on: 'court-day-wrong' })
    const done = sent.act === 'ask' ? await askLetter(ctx, { ...who, residence: sent.residence })
      : await noteStep(ctx, { ...who, letterId: sent.letter, step: sent.act, on: on!, origin: visit.site.origin })
    if (done.ok || done.because === 'ended-already') return goTo(leaveLink(visit, '/court'))
    return done.because === 'takes-no-part' ? missing : again({ [field]: done.because })
  },
})

const Court = ({ visit: { t, language }, court }: { visit: Participant; court: NonNullable<Leaving['facts']['court']> }) => (
  <>
    <h2>{t('court.facts')}</h2>
    <SummaryList t={t} rows={[
      { label: t('court.row.court'), value: <>{court.name}{court.address.map((line) => <><br />{line}</>)}</> }, { label: t('court.row.case'), value: court.caseNumber },
      { label: t('court.row.announced'), value: day(language, court.announcedOn) }, { label: t('court.row.lastDay'), value: day(language, court.lastDay) },
    ]} />
  </>
)

function AskForm({ visit, leaving, court }: { visit: Participant; leaving: Leaving; court: NonNullable<Leaving['facts']['court']> }) {
  const { t, language } = visit
  const { as, person } = leaving.of
  const date = day(language, court.referenceDate)
  return (
    <section>
      <h2>{t('court.form.title')}</h2>
      <form method="post" action={visit.path} novalidate>
        <input type="hidden" name="act" value="ask" />
        <RadioField t={t} name="residence" label={as === 'self' ? t('court.form.residenceSelf', { date }) : t('court.form.residence', { name: person.legalName, date })}
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

function Letter({ visit, letter, company }: { visit: Participant; letter: CourtLetter; company: string }) {
  const { t, language } = visit
  const next = letter.confirmedOn || !letter.prepared ? undefined : letter.sentOn ? 'confirmed' as const : 'sent' as const
  const mine = typedAt(visit, 'letter') === letter.id
  return (
    <section>
      <h2>{t(`court.made.title.${letter.kind}`, { date: day(language, dayIn('Europe/Amsterdam', letter.askedAt)) })}</h2>
      {letter.prepared ? <p><a href={visit.homeLink(`/account/documents/${letter.personId}/${letter.prepared.fileId}`)}>{t('court.made.download')}</a></p> : <p>{t('court.made.making')}</p>}
      {letter.sentOn && <p>{t('court.made.sent', { date: day(language, letter.sentOn) })}{letter.kind === 'opt-out' && <> <strong>{t('court.made.sixMonths', { company, date: day(language, lastDayToInterrupt(letter.sentOn)) })}</strong></>}</p>}
      {letter.confirmedOn && <p>{t('court.made.confirmed', { date: day(language, letter.confirmedOn) })}</p>}
      {next && (
        <form method="post" action={visit.path} novalidate>
          <input type="hidden" name="act" value={next} />
          <input type="hidden" name="letter" value={letter.id} />
          <DateField t={t} name="on" label={t(next === 'sent' ? 'court.made.askSent' : 'court.made.askConfirmed')} error={mine ? errorAt(visit, 'on') : undefined}
            value={mine ? { day: typedAt(visit, 'on-day'), month: typedAt(visit, 'on-month'), year: typedAt(visit, 'on-year') } : undefined} />
          <Actions><Button kind="secondary" busy={t('join.busy')}>{t('court.made.note')}</Button></Actions>
        </form>
      )}
    </section>
  )
}
