import { isLiving, isResting } from '#participants/state.ts'
import { calledName } from '#participants/first-name.ts'
import { day } from '#words/formats.ts'
import type { Participant } from '#web/pages/account/account-layout.tsx'
import { birthdaysOf, standingWords } from './standing.tsx'
import type { Household, Standing } from './standings.ts'
import { taskLink, taskTitle } from './task-list.tsx'
import type { Task } from './tasks.ts'

interface Part { visit: Participant; household: Household; tasks: readonly Task[] }

const listed = (language: 'en' | 'nl', names: readonly string[]) =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL').format([...new Set(names)])

/** How it stands with everybody of the account, as short as it can be said: a single participation in its own words. */
function stateWords(visit: Participant, living: readonly Standing[]): string {
  const { t, language } = visit
  const [only] = living
  if (!only) return t('account.summary.left')
  if (living.length === 1) return standingWords(visit, only)
  const held = living.filter(({ state }) => state === 'suspended')
  const own = living.filter(({ reached, state }) => reached.as === 'self' && !isResting(state))
  const out = living.filter(({ state }) => state === 'excluded')
  const ownOut = out.filter(({ reached }) => reached.as === 'self')
  const namesOf = (some: readonly Standing[]) =>
    [...new Set(some.filter(({ reached }) => reached.as !== 'self').map(({ reached }) => calledName(reached.person.legalName)))]
  const children = namesOf(living.filter(({ state }) => !isResting(state)))
  const heldChildren = namesOf(held)
  const childrenOut = namesOf(out)
  return [
    ...(own.length ? [t('account.summary.self', { claims: listed(language, own.map(({ claim }) => claim.facts.name[language])) })] : []),
    ...(children.length ? [t('account.summary.children', { names: listed(language, children), count: children.length })] : []),
    ...(held.some(({ reached }) => reached.as === 'self') ? [t('account.summary.onHoldSelf')] : []),
    ...(ownOut.length ? [t('account.summary.excluded', { claims: listed(language,
      ownOut.map(({ claim }) => claim.facts.name[language])) })] : []),
    ...(childrenOut.length ? [t('account.summary.excludedChildren', { names: listed(language, childrenOut) })] : []),
    ...(heldChildren.length ? [t('account.summary.onHold', { names: listed(language, heldChildren) })] : []),
  ].join(' ')
}

/** The next day that counts where nothing is asked: the last to withdraw, or a birthday that changes who decides. */
function nextDay({ t, language }: Participant, living: readonly Standing[], today: string): { on: string; words: string } | undefined {
  const days = living.flatMap((standing) => {
    const { withdrawUntil, claim, reached } = standing
    const name = calledName(reached.person.legalName)
    const told = { claim: claim.facts.name[language] }
    return [
      ...(withdrawUntil
        ? [{ on: withdrawUntil, words: t('account.summary.withdrawUntil', { day: day(language, withdrawUntil), ...told }) }]
        : []),
      ...birthdaysOf(standing, today)
        .map(({ age, on }) => ({ on, words: t('account.summary.birthday', { day: day(language, on), name, age }) })),
    ]
  })
  return days.toSorted((a, b) => a.on.localeCompare(b.on))[0]
}

/** One sentence of state, one next step, one date. */
export function Summary({ visit, household, tasks }: Part) {
  const { t, language } = visit
  const living = household.standings.filter(({ state }) => isLiving(state))
  const [task] = tasks
  const href = task && taskLink(visit, task)
  const step = task ? taskTitle(visit, household, task) : t('account.summary.nothing')
  const date = task
    ? task.on && { on: task.on, words: t('account.summary.by', { day: day(language, task.on) }) }
    : nextDay(visit, living, household.today)
  return (
    <div class="state-now">
      <p class="lead">{stateWords(visit, living)}</p>
      <dl>
        <div>
          <dt>{t('account.summary.step')}</dt>
          <dd>{href ? <a href={href}>{step}</a> : step}</dd>
        </div>
        <div>
          <dt>{t('account.summary.date')}</dt>
          <dd>{date ? <time dateTime={date.on}>{date.words}</time> : t('account.summary.noDate')}</dd>
        </div>
      </dl>
    </div>
  )
}
