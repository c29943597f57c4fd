import type { Reached } from '#accounts/reach.ts'
import type { Suspension } from '#guardians/suspensions.ts'
import { legalZone } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { Notice } from '#web/parts/blocks.tsx'
import type { Participant } from './account-layout.tsx'

/** Why everything for somebody is on hold, what that means, and how it is settled (SG-07, clause 11.1). */
export function OnHold({ visit, of: { person, as }, suspension: { reason, suspendedAt } }: {
  visit: Participant; of: Pick<Reached, 'person' | 'as'>; suspension: Suspension
}) {
  const { t, language, organisation: { facts: { email } } } = visit
  const ofSelf = as === 'self'
  return (
    <Notice t={t} kind="warning">
      <p><strong>{t('account.hold.title', { day: day(language, dayIn(legalZone, suspendedAt)) })}</strong></p>
      <p>{ofSelf ? t(`account.hold.${reason}`) : t(`account.hold.child.${reason}`, { name: calledName(person.legalName) })}</p>
      <p>{t(ofSelf && reason === 'nobody-represents' ? 'account.hold.declare' : 'account.hold.settle', { email })}</p>
      {reason === 'review' && <SecondLook visit={visit} personId={person.personId} />}
    </Notice>
  )
}

const SecondLook = ({ visit, personId }: { visit: Participant; personId: string }) => (
  <p><a href={visit.homeLink(`/account/decisions/${personId}`)}>{visit.t('account.decisions.link')}</a></p>
)

/** That the desk excluded somebody, and how to have it looked at again (AD-04: no silent rejection). */
export function Excluded({ visit, personId, since }: { visit: Participant; personId: string; since: Date }) {
  const { t, language, organisation: { facts: { email } } } = visit
  return (
    <Notice t={t} kind="warning">
      <p><strong>{t('account.excluded.title', { day: day(language, dayIn(legalZone, since)) })}</strong></p>
      <p>{t('account.excluded.about', { email })}</p>
      <SecondLook visit={visit} personId={personId} />
    </Notice>
  )
}
