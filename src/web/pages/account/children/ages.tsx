import type { Reached } from '#accounts/reach.ts'
import { birthdayOf } from '#guardians/birthdays.ts'
import { calledName } from '#participants/first-name.ts'
import { day } from '#words/formats.ts'
import type { Participant } from '#web/pages/account/account-layout.tsx'

/** What happens when, for who represents the child: until 16, from 16, from 18. */
export function Ages({ visit, child: { person, age } }: { visit: Participant; child: Reached }) {
  const { t, language } = visit
  const on = (turning: number) => day(language, birthdayOf(person.birthDate, turning))
  const name = calledName(person.legalName)
  return (
    <>
      <p class="lead">{t('account.child.lead', { name })}</p>
      {age < 16 && <><h2>{t('account.child.until16', { date: on(16) })}</h2><p>{t('account.child.until16Text')}</p></>}
      <h2>{t('account.child.from16', { date: on(16), name })}</h2>
      <p>{t('account.child.from16Text', { name })}</p>
      <h2>{t('account.child.from18', { date: on(18), name })}</h2>
      <p>{t('account.child.from18Text', { name })}</p>
      <p>{t('account.child.notices')}</p>
    </>
  )
}
