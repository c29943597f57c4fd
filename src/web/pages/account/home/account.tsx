import { may } from '#accounts/may.ts'
import { isLiving } from '#participants/state.ts'
import { calledName } from '#participants/first-name.ts'
import { day, inFours } from '#words/formats.ts'
import { dayIn } from '#platform/clock.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { accountPageOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { HowToPay, registrationWords } from './costs.tsx'
import { StandingPart } from './standing.tsx'
import { householdOf, type Household, type Standing } from './standings.ts'
import { Summary } from './summary.tsx'
import { TaskList } from './task-list.tsx'
import { tasksOf } from './tasks.ts'

interface Part { visit: Participant; household: Household }

/** Each person with what goes on: the account's own first, then the children it acts for. */
function Persons({ visit, household }: Part) {
  const living = household.standings.filter(({ state }) => isLiving(state))
  return household.reached.map(({ person, as }) => {
    const own = living.filter(({ reached }) => reached.person.personId === person.personId)
    if (!own.length) return null
    const title = as === 'self'
      ? visit.t('account.you', { name: person.legalName })
      : visit.t('account.for', { name: calledName(person.legalName) })
    return (
      <section class="person" aria-label={title}>
        <h2>{title}</h2>
        {own.map((standing) => <StandingPart visit={visit} household={household} standing={standing} />)}
      </section>
    )
  })
}

/** The fee of who signed for children and does not take part: it belongs to no participation of its own (clause 4.4). */
function FamilyFee({ visit, household }: Part) {
  const { t } = visit
  const isOfSomebody = (id: string) => household.standings.some((standing) => standing.fee?.id === id)
  const fee = household.fees.find((each) => each.cents > 0 && !each.refund && !isOfSomebody(each.id))
  const claim = fee && household.claims.find(({ slug }) => slug === fee.claim)
  if (!fee || !claim) return null
  return (
    <section aria-labelledby="family-fee">
      <h2 id="family-fee">{t('account.fee.registration')}</h2>
      <p>{registrationWords(visit, fee, claim.facts.timeZone)}<HowToPay visit={visit} fee={fee} /></p>
    </section>
  )
}

function endedWords({ t, language }: Participant, { reached: { person, as }, claim, participation: { end } }: Standing): string {
  const said = { claim: claim.facts.name[language], day: day(language, dayIn(claim.facts.timeZone, end!.noticedAt)) }
  const { kind } = end!
  return as !== 'self' && (kind === 'withdrawn' || kind === 'terminated')
    ? t(`account.history.child.${kind}`, { ...said, name: calledName(person.legalName) })
    : t(`account.history.${kind}`, said)
}

/** Says, right after it, that this account no longer acts for a child. */
const GaveUp = ({ visit: { t, query, organisation } }: { visit: Participant }) => (query.get('given') !== 'up' ? null
  : <Notice t={t} kind="success" live><p>{t('account.giveUp.done', { email: organisation.facts.email })}</p></Notice>)

/** What ended stays to be seen. */
function History({ visit, household }: Part) {
  const { t, language } = visit
  const ended = household.standings.filter(({ participation }) => participation.end)
  if (!ended.length) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('account.history.title')}</h2>
      <ul class="history">
        {ended.map((standing) => (
          <li>
            <p>{endedWords(visit, standing)}</p>
            <p class="fine">{t('account.history.joined', {
              day: day(language, dayIn(standing.claim.facts.timeZone, standing.participation.joinedAt)),
              reference: inFours(standing.participation.reference),
            })}</p>
            {standing.fee?.refund && <p class="fine">{registrationWords(visit, standing.fee, standing.claim.facts.timeZone)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The account's home: one sentence, one next step, one date; what is asked; then each person and each claim. */
export const accountPage = page('/:lang{en|nl}/account', {
  who: 'participant', asks: ['given'],
  async show(visit) {
    const { t } = visit
    const household = await householdOf(visit)
    const tasks = tasksOf(household)
    return accountPageOf(visit, { title: t('account.title'), wide: true, children: household.standings.length === 0
      ? (
        <>
          <GaveUp visit={visit} />
          <p class="lead">{t(household.reached.length ? 'account.summary.nobody' : 'account.none')}</p>
          <Actions><ButtonLink href={visit.homeLink()}>{t('account.claims')}</ButtonLink></Actions>
        </>
      )
      : (
        <>
          <GaveUp visit={visit} />
          <Summary visit={visit} household={household} tasks={tasks} />
          <TaskList visit={visit} household={household} tasks={tasks} />
          <Persons visit={visit} household={household} />
          <FamilyFee visit={visit} household={household} />
          <History visit={visit} household={household} />
          {household.reached.some((each) => may(each, 'sign')) && (
            <Actions><ButtonLink kind="secondary" href={visit.homeLink('/account/claims')}>{t('account.link.claims')}</ButtonLink></Actions>
          )}
        </>
      ) })
  },
})
