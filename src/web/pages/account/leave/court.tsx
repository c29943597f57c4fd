import * as z from 'zod'
import { askLetter } from '#court/ask-letter.ts'
import { noteStep } from '#court/note-step.ts'
import { listLetters } from '#court/queries.ts'
import { courtTerm } from '#court/way.ts'
import type { Leaving } from '#leaving/leavers.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice, SummaryList } from '#web/parts/blocks.tsx'
import { dayTyped } from '#web/parts/typed.ts'
import { accountPageOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { AskForm, Letter } from './court-letter.tsx'
import { AboutWhom, leaveLink, leavingOf } from './leave.tsx'

const steps = ['sent', 'confirmed'] as const
const noting = z.object({ act: z.enum(steps), letter: z.uuid() })
const asking = z.object({ act: z.literal('ask'),
  residence: z.enum(['netherlands', 'abroad'], { error: () => because('residence-missing') }) })

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
    const on = sent.act === 'ask' ? undefined : dayTyped(visit, 'on')
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
      { label: t('court.row.court'), value: <>{court.name}{court.address.map((line) => <><br />{line}</>)}</> },
      { label: t('court.row.case'), value: court.caseNumber },
      { label: t('court.row.announced'), value: day(language, court.announcedOn) },
      { label: t('court.row.lastDay'), value: day(language, court.lastDay) },
    ]} />
  </>
)
