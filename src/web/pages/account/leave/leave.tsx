import * as z from 'zod'
import { end } from '#leaving/end.ts'
import { findLeaving, type Leaving } from '#leaving/leavers.ts'
import { about, endingConsequences } from '#leaving/receipt-texts.ts'
import { dayIn } from '#platform/clock.ts'
import { day, inFours } from '#words/formats.ts'
import { goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Card, Notice } from '#web/parts/blocks.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { ticked } from '#web/parts/field-schemas.ts'
import { errorAt } from '#web/parts/typed.ts'
import { accountPageOf, type Participant } from '#web/pages/account/account-layout.tsx'

/** The participation in the path, if this account leaves for that person; undefined for everybody else. */
export const leavingOf = ({ ctx, session, params }: Participant): Promise<Leaving | undefined> =>
  findLeaving(ctx, session.emailIndex, params['person'] ?? '', params['claim'] ?? '')

/** The address of a page about leaving this participation. */
export const leaveLink = ({ homeLink, params }: Participant,
  path = ''): string => homeLink(`/account/leave/${params['person']}/${params['claim']}${path}`)

/** Whose participation the page is about, with its reference. */
export const AboutWhom = ({ visit: { t }, of: { of, participation } }: { visit: Participant; of: Leaving }) =>
  <p>{t('leave.for', { name: of.person.legalName, reference: inFours(participation.reference) })}</p>

/** The three different acts side by side, with the consequences of each, and the court apart from them (MO-03 to MO-07, WA-09). */
export const leavePage = page('/:lang{en|nl}/account/leave/:person/:claim', {
  who: 'participant',
  async show(visit) {
    const { t, language } = visit
    const leaving = await leavingOf(visit)
    if (!leaving) return missing
    const { participation: { end: ended }, until, withdrawable, facts } = leaving
    const date = { date: day(language, until) }
    return accountPageOf(visit, { wide: true, title: t('leave.title', { claim: facts.name[language] }), children: (
      <>
        <AboutWhom visit={visit} of={leaving} />
        {ended ? (
          <Notice t={t}>
            <p>{t('leave.ended', { date: day(language, ended.effectiveOn) })}</p>
            <p><a href={visit.homeLink('/account/claims')}>{t('leave.rejoin')}</a></p>
          </Notice>
        ) : (
          <>
            <p class="lead">{t('leave.lead')}</p>
            <Card level={2} title={t('leave.withdraw.title')}>
              <p>{t('leave.withdraw.text')}</p>
              <p><strong>{t(withdrawable ? 'leave.withdraw.until' : 'leave.withdraw.over', date)}</strong></p>
              {withdrawable && (
                <Actions><ButtonLink href={visit.homeLink('/account/withdraw')}>{t('leave.withdraw.button')}</ButtonLink></Actions>
              )}
            </Card>
            <Card level={2} title={t('leave.end.title')}>
              <p>{t('leave.end.text')}</p>
              <Actions><ButtonLink kind="secondary" href={leaveLink(visit, '/end')}>{t('leave.end.button')}</ButtonLink></Actions>
            </Card>
            <Card level={2} title={t('leave.revoke.title')}>
              <p>{t('leave.revoke.text')}</p>
              <Actions><ButtonLink kind="secondary" href={leaveLink(visit, '/revoke')}>{t('leave.revoke.button')}</ButtonLink></Actions>
            </Card>
          </>
        )}
        <h2>{t('leave.court.title')}</h2>
        <p>{t('leave.court.text')} <a href={leaveLink(visit, '/court')}>{t('leave.court.link')}</a></p>
      </>
    ) })
  },
})

/** Ending: first what it means, then the tick and the button (7:408 BW, MO-07). Within the 14 days it leads to withdrawing first. */
export const leaveEndPage = page('/:lang{en|nl}/account/leave/:person/:claim/end', {
  who: 'participant',
  form: z.object({ confirm: ticked(because('confirm-missing')) }),
  async show(visit) {
    const { t, language, ctx } = visit
    const leaving = await leavingOf(visit)
    if (!leaving) return missing
    if (leaving.participation.end) return goTo(leaveLink(visit))
    const { facts, withdrawable } = leaving
    return accountPageOf(visit, { title: t('leave.end.pageTitle', { claim: facts.name[language] }), children: (
      <>
        <AboutWhom visit={visit} of={leaving} />
        {withdrawable && (
          <Notice t={t} kind="warning">
            <p>{t('leave.end.better')}</p>
            <p><a href={visit.homeLink('/account/withdraw')}>{t('leave.withdraw.button')}</a></p>
          </Notice>
        )}
        <h2>{t('leave.end.means')}</h2>
        <ul>
          <li>{t('leave.end.from', { date: day(language, dayIn(facts.timeZone, ctx.now)) })}</li>
          {endingConsequences(t, facts.company, about(language, [leaving])).map((line) => <li>{line}</li>)}
        </ul>
        <p><a href={visit.homeLink('/account/documents')}>{t('leave.end.read')}</a></p>
        <form method="post" action={visit.path} novalidate>
          <CheckField t={t} name="confirm" label={t('leave.end.confirm')} error={errorAt(visit, 'confirm')} />
          <Actions>
            <Button kind="danger" busy={t('join.busy')}>{t('leave.end.send')}</Button>
            <a href={leaveLink(visit)}>{t('leave.back')}</a>
          </Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const { ctx, session, params, t, language, claim } = visit
    const ended = await end(ctx,
      { emailIndex: session.emailIndex, personId: params['person'] ?? '', claim: params['claim'] ?? '', language,
      origin: visit.site.origin },
      t('leave.end.statement', { claim: claim.facts.name[language] }))
    if (ended.ok) return goTo(visit.homeLink(`/account/leave/receipt/${ended.value.id}`))
    return ended.because === 'ended-already' ? goTo(leaveLink(visit)) : missing
  },
})
