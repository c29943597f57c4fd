import type { Reached } from '#accounts/reach.ts'
import { birthdayOf } from '#guardians/birthdays.ts'
import { legalZone } from '#participants/age.ts'
import { findRequestConsent } from '#participants/request-consent.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import type { Participant } from '#web/pages/account/account-layout.tsx'

/** What somebody of 16 or 17 decides alone, and what comes at 18 (domain 2.5). */
export async function Mine({ visit, child: { person } }: { visit: Participant; child: Reached }) {
  const { t, language } = visit
  const said = await findRequestConsent(visit.ctx, person.personId)
  const on = said && { date: day(language, dayIn(legalZone, said.at)) }
  return (
    <>
      <p class="lead">{t('account.child.mineLead')}</p>
      <h2>{t('account.child.requests')}</h2>
      <p>
        {!said || !on ? t('account.child.requestsNone')
          : t(said.answer === 'agreed' ? 'account.child.requestsAgreed' : 'account.child.requestsWithdrawn', on)}
      </p>
      <form method="post" action={visit.path}>
        <Actions>
          {said?.answer !== 'agreed' && <Button name="answer" value="agreed">{t('account.child.agree')}</Button>}
          {said?.answer !== 'withdrawn' && <Button kind="secondary" name="answer" value="withdrawn">{t('account.child.withdraw')}</Button>}
        </Actions>
      </form>
      <p>{t('account.child.requestsKeep')}</p>
      <p>{t('account.child.mine18', { date: day(language, birthdayOf(person.birthDate, 18)) })}</p>
    </>
  )
}
