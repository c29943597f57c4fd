import { calledName } from '#participants/first-name.ts'
import { day, money } from '#words/formats.ts'
import type { Participant } from '#web/pages/account/account-layout.tsx'
import { feeLink } from './costs.tsx'
import type { Household } from './standings.ts'
import type { Task } from './tasks.ts'

const nameOf = ({ reached }: Household, task: Task): string =>
  calledName(reached.find(({ person }) => person.personId === task.personId)?.person.legalName ?? '')
const claimNameOf = ({ language }: Participant, { claims }: Household, task: Task): string =>
  claims.find(({ slug }) => slug === task.claim)?.facts.name[language] ?? ''

/** What is asked, as one sentence. */
export function taskTitle(visit: Participant, household: Household, task: Task): string {
  const { t, language } = visit
  const claim = claimNameOf(visit, household, task)
  if (task.kind === 'pay') return t('account.tasks.pay', { amount: money(language, task.cents), claim })
  if (task.kind === 'anew') return t('account.tasks.anew', { name: nameOf(household, task), claim })
  if (task.kind === 'invite' || task.kind === 'refused' || task.kind === 'mend') return t(`account.tasks.${task.kind}`,
    { name: nameOf(household, task) })
  return t(`account.tasks.${task.kind}`, { claim })
}

/** Where it is done. A joining is gone on with only from the session of its own person. */
export function taskLink(visit: Participant, task: Task): string | undefined {
  const link = (path: string) => visit.homeLink(path)
  const { personId, claim } = task
  if (task.kind === 'pay') return feeLink(visit, task)
  if (task.kind === 'confirm') return link(`/account/stay/${personId}/${claim}`)
  if (task.kind === 'anew') return link(`/account/details/${personId}/${claim}/sign`)
  if (task.kind === 'invite') return link(`/account/children/${personId}`)
  if (task.kind === 'refused') return link('/account/documents')
  if (task.kind === 'mend') return link(`/account/deficiencies/${personId}/${task.noticeId}`)
  return personId === visit.session.personId ? link(`/${claim}/join/check`) : undefined
}

/** What is asked of the account, first, as a list with the days. Nothing where nothing is asked. */
export function TaskList({ visit, household, tasks }: { visit: Participant; household: Household; tasks: readonly Task[] }) {
  const { t, language } = visit
  if (!tasks.length) return null
  const when = ({ on }: Task) => (on === undefined ? t('account.tasks.noDate')
    : <time dateTime={on}>{t(on < household.today ? 'account.tasks.was' : 'account.tasks.by', { day: day(language, on) })}</time>)
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('account.tasks.title')}</h2>
      <ol class="tasks">
        {tasks.map((task) => {
          const [title, href] = [taskTitle(visit, household, task), taskLink(visit, task)]
          return (
            <li>
              <p class="task">{href ? <a href={href}>{title}</a> : title}</p>
              <p class="when">{when(task)}</p>
              <p class="fine">
                {task.kind === 'invite'
                  ? t('account.tasks.inviteAbout', { name: nameOf(household, task) })
                  : t(`account.tasks.${task.kind}About`)}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
