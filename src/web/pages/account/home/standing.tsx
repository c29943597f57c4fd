import { birthdayOf } from '#guardians/birthdays.ts'
import { leavesFor } from '#leaving/leavers.ts'
import { ageOn, dataRightsFrom } from '#participants/age.ts'
import { isLiving } from '#participants/state.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { day, inFours } from '#words/formats.ts'
import { inlineHtml } from '#web/markdown.ts'
import { SummaryList, type SummaryRow } from '#web/parts/blocks.tsx'
import type { Participant } from '#web/pages/account/account-layout.tsx'
import { Excluded, OnHold } from '#web/pages/account/on-hold.tsx'
import { Costs } from './costs.tsx'
import type { Household, Standing } from './standings.ts'

/** Where a participation stands, in one sentence, to who reads it: the participant, or who acts for a child. */
export function standingWords({ t, language }: Participant, standing: Standing): string {
  const { reached, claim, state, suspension, mandate, authorised, signedByOthersOnly } = standing
  const name = calledName(reached.person.legalName)
  const onHold = () => day(language, dayIn(claim.facts.timeZone, suspension!.suspendedAt))
  const excludedOn = () => day(language, dayIn(claim.facts.timeZone, standing.exclusion!.since))
  if (reached.as !== 'self') {
    if (state === 'excluded') return t('account.standing.child.excluded', { name, day: excludedOn() })
    if (state === 'merged' || state === 'needs-action') return t(`account.standing.child.${state}`, { name })
    if (state === 'suspended') return t('account.standing.child.suspended', { name, day: onHold() })
    if (!authorised) return t('account.standing.child.unauthorised', { name })
    if (state === 'data-rights-own') return t('account.standing.child.data-rights-own', { name })
    return t(mandate?.sealed ? 'account.standing.child.active' : 'account.standing.child.sealing', { name })
  }
  if (state === 'excluded') return t('account.standing.excluded', { day: excludedOn() })
  if (state === 'suspended') return t('account.standing.suspended', { day: onHold() })
  if (state === 'merged' || state === 'needs-action') return t(`account.standing.${state}`)
  if (state === 'confirm-at-18' || state === 'data-rights-own') return t(`account.standing.${state}`)
  if (!authorised) return t('account.standing.unauthorised')
  if (signedByOthersOnly) return t('account.standing.childSelf')
  return t(mandate?.sealed ? 'account.standing.active' : 'account.standing.sealing')
}

/** What the case did last and what it does next, with the day where there is one; from the claim's own timeline. */
function caseRows({ t, language }: Participant, { claim }: Standing, today: string, atLength: boolean): SummaryRow[] {
  const { timeline } = claim.facts
  const isToCome = ({ on, planned }: (typeof timeline)[number]) => planned === true || (on !== undefined && on > today)
  const last = timeline.findLast((event) => !isToCome(event))
  const next = timeline.find(isToCome)
  const text = (id: string) => claim.text(`timeline/${id}`)
  const when = ({ on, after }: (typeof timeline)[number]) => (on || after) && (
    <> (<time dateTime={on ?? after}>{on ? day(language, on) : t('claim.case.after', { day: day(language, after!) })}</time>)</>
  )
  const aside = (id: string) => <span class="aside" dangerouslySetInnerHTML={{ __html: inlineHtml(text(id)?.markdown ?? '') }} />
  return [
    { label: t('account.now'), value: last ? <>{text(last.id)?.title}{when(last)}</> : t('account.nowNothing') },
    { label: t('account.next'), value: next ? <>{text(next.id)?.title}{atLength && aside(next.id)}</> : t('account.nextNothing') },
    ...(next
      ? [{ label: t('account.when'), value: next.on ? <time dateTime={next.on}>{day(language, next.on)}</time> : t('account.whenOpen') }]
      : []),
  ]
}

/** The birthdays of a child that change who decides (GD-07, MI-01). */
export function birthdaysOf({ reached: { person } }: Pick<Standing, 'reached'>, today: string): { age: 16 | 18; on: string }[] {
  const age = ageOn(person.birthDate, today)
  return ([dataRightsFrom, 18] as const).filter((each) => age < each).map((each) => ({ age: each, on: birthdayOf(person.birthDate, each) }))
}

function birthdayRows({ t, language }: Participant, standing: Standing, today: string): SummaryRow[] {
  const { reached: { person, as } } = standing
  const name = calledName(person.legalName)
  const said = birthdaysOf(standing, today).filter(({ age }) => as !== 'self' || age === 18).map(({ age, on }) => {
    const when = day(language, on)
    return as === 'self' ? t('account.age.youTurn18', { day: when }) : t(`account.age.turns${age}`, { name, day: when })
  })
  return said.length ? [{ label: t('account.age.label'), value: <>{said.map((line) => <span class="line">{line}</span>)}</> }] : []
}

/** One participation that lives: its state, what happens, what comes, what it costs, where its papers are. */
export function StandingPart({ visit, standing, household }: { visit: Participant; standing: Standing; household: Household }) {
  const { t, language } = visit
  const { standings, today } = household
  const { claim, participation, reached: { person, as } } = standing
  const [claimName, name] = [claim.facts.name[language], calledName(person.legalName)]
  const first = standings.find(({ state, claim: { slug } }) => isLiving(state) && slug === claim.slug)
  const link = (path: string) => visit.homeLink(`/account${path}`)
  return (
    <section class="standing" aria-label={`${claimName}: ${person.legalName}`}>
      <h3>{claimName}</h3>
      <p>{standingWords(visit, standing)}</p>
      {standing.exclusion && <Excluded visit={visit} personId={person.personId} since={standing.exclusion.since} />}
      {standing.suspension && <OnHold visit={visit} of={standing.reached} suspension={standing.suspension} />}
      <SummaryList t={t} rows={[
        ...caseRows(visit, standing, today, first === standing),
        ...birthdayRows(visit, standing, today),
        ...(standing.withdrawUntil ? [{ label: t('account.withdraw'), value: day(language, standing.withdrawUntil) }] : []),
        { label: t('account.joined'), value: day(language, dayIn(claim.facts.timeZone, participation.joinedAt)) },
        { label: t('account.reference'), value: <span class="reference">{inFours(participation.reference)}</span> },
      ]} />
      <Costs visit={visit} standing={standing} fees={household.fees} />
      <ul class="links">
        <li><a href={link('/documents')}>{t('account.link.documents')}</a></li>
        {as !== 'self' && <li><a href={link(`/children/${person.personId}`)}>{t('account.link.child', { name })}</a></li>}
        {leavesFor(standing.reached) && (
          <li><a href={link(`/leave/${person.personId}/${claim.slug}`)}>{t('account.link.leave', { claim: claimName })}</a></li>
        )}
      </ul>
    </section>
  )
}
