import * as z from 'zod'
import { inviteChild } from '#accounts/invite-child.ts'
import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'
import { birthdayOf } from '#guardians/birthdays.ts'
import { findOwnAccessInvitation } from '#guardians/own-access.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { isFresh } from '#identity/sessions.ts'
import { legalZone } from '#participants/age.ts'
import { answerRequests } from '#participants/request-consent.ts'
import { dayIn } from '#platform/clock.ts'
import { day, dayAndTime } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { optional } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { accountPageOf, personOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { OnHold } from '#web/pages/account/on-hold.tsx'
import { Ages } from './ages.tsx'
import { Mine } from './own-decisions.tsx'
import { calledName } from '#participants/first-name.ts'

/** The own address of the child: later, invited, there, or to be given now. */
async function OwnAddress({ visit, child: { person, age } }: { visit: Participant; child: Reached }) {
  const { t, language, form } = visit
  const name = calledName(person.legalName)
  if (person.email !== undefined) return <p>{t('account.child.ownHas', { name })}</p>
  if (age < 16) return <p>{t('account.child.ownLater', { name, date: day(language, birthdayOf(person.birthDate, 16)) })}</p>
  const invited = await findOwnAccessInvitation(visit.ctx, person.personId)
  return (
    <>
      <p>{t('account.child.ownLead', { name })}</p>
      {invited && (
        <Notice t={t} kind="success">
          <p>{t('account.child.ownInvited', { email: invited.email, date: day(language, dayIn(legalZone, invited.expiresAt)) })}</p>
        </Notice>
      )}
      {!isFresh(visit.session, visit.ctx.now) ? (
        <Actions>
          <ButtonLink kind={invited ? 'secondary' : 'primary'}
            href={visit.homeLink(`/account/confirm?to=${encodeURIComponent(`/account/children/${person.personId}`)}`)}>
            {t(invited ? 'account.child.ownAgain' : 'account.child.ownButton')}
          </ButtonLink>
        </Actions>
      ) : <form method="post" action={visit.path} novalidate>
        <TextField t={t} name="email" type="email" label={t('account.child.ownEmail', { name })} hint={t('account.child.ownHint')}
          error={errorAt(visit, 'email')} value={typedAt(visit, 'email')} autocomplete="off" inputmode="email" spellcheck={false}
          maxlength={254} />
        {form.until && <p>{t('join.tryAgainAt', { time: dayAndTime(language, form.until) })}</p>}
        <Actions>
          <Button kind={invited ? 'secondary' : 'primary'} busy={t('join.busy')}>
            {t(invited ? 'account.child.ownAgain' : 'account.child.ownButton')}
          </Button>
        </Actions>
      </form>}
    </>
  )
}

async function Others({ visit, child: { person } }: { visit: Participant; child: Reached }) {
  const living = (await listRepresentations(visit.ctx, [person.personId])).filter(({ end }) => !end)
  const others = living.length - 1
  return <p>{others > 0 ? visit.t('account.child.others', { count: others }) : visit.t('account.child.onlyYou')}</p>
}

/** The page is for who represents a child, and for the child that decides itself; an adult has none. */
const mayEnter = (child: Reached) => child.age < 18 && may(child, child.as === 'self' ? 'decide-on-requests' : 'act-as-representative')

/**
 * A child, for who represents it: what changes at 16 and 18, an own address, who else acts, and giving up. For the child of 16 or 17
 * itself: what it decides, and whether requests about its data may be sent (GD-07).
 */
export const childPage = page('/:lang{en|nl}/account/children/:person', {
  // An address given here reads and decides everything about the child: a device left open does not give it.
  who: 'participant', freshToSend: true,
  form: z.object({ email: optional(254), answer: z.enum(['agreed', 'withdrawn']).optional().catch(undefined) }),
  async show(visit) {
    const child = await personOf(visit)
    if (!child || !mayEnter(child)) return missing
    const { t, homeLink } = visit
    const name = calledName(child.person.legalName)
    const holds = await listSuspensions(visit.ctx, [child.person.personId])
    if (child.as === 'self') {
      return accountPageOf(visit, { title: t('account.child.mine'), children: (
        <>
          {holds.map((suspension) => <OnHold visit={visit} of={child} suspension={suspension} />)}
          {await Mine({ visit, child })}
        </>
      ) })
    }
    return accountPageOf(visit, {
      title: t('account.child.title', { name }),
      children: (
        <>
          {holds.map((suspension) => <OnHold visit={visit} of={child} suspension={suspension} />)}
          <Ages visit={visit} child={child} />
          <h2>{t('account.child.own', { name })}</h2>
          {await OwnAddress({ visit, child })}
          <h2>{t('account.child.who', { name })}</h2>
          {await Others({ visit, child })}
          <h2>{t('account.child.more')}</h2>
          <ul>
            <li><a href={homeLink('/account/claims')}>{t('account.child.another')}</a></li>
            <li><a href={`${visit.path}/give-up`}>{t('account.child.giveUp', { name })}</a></li>
          </ul>
        </>
      ),
    })
  },
  async send(visit) {
    const child = await personOf(visit)
    if (!child || !mayEnter(child)) return missing
    const { answer, email } = visit.sent
    if (child.as === 'self') {
      if (!answer) return missing
      const sentence = visit.t(answer === 'agreed' ? 'account.child.agree' : 'account.child.withdraw')
      await answerRequests(visit.ctx, child.person.personId, { answer, sentence })
      return goTo(visit.path)
    }
    const invited = await inviteChild(visit.ctx, visit.organisation, child, { email, origin: visit.site.origin })
    return invited.ok ? goTo(visit.path) : again({ email: invited.because }, invited.until)
  },
})
