import { lastDayToPay } from '#deadlines/payment.ts'
import { may } from '#accounts/may.ts'
import { daysAfter } from '#guardians/birthdays.ts'
import { dataRightsFrom } from '#participants/age.ts'
import { isLiving, isResting } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import type { Household, Standing } from './standings.ts'

/** Something that is asked of the account, with the day until which (`YYYY-MM-DD`), soonest first; what has no day comes last. */
export type Task = { on: string | undefined; personId: string; claim: string } & (
  | { kind: 'pay'; cents: number }
  | { kind: 'mend'; noticeId: string }
  | { kind: 'confirm' | 'draft' | 'renew' | 'anew' | 'invite' | 'refused' }
)

/** Payments are not seen here yet: two weeks after its day the request no longer stands above the rest. */
const paymentAskedDays = 14
const draftKeptDays = 30

/** Everything that is asked of an account. */
export function tasksOf({ standings, suspended, fees, drafts, refused, claims, today }: Household): Task[] {
  const zoneOf = (claim: string) => claims.find(({ slug }) => slug === claim)?.facts.timeZone ?? 'Europe/Amsterdam'
  const living = standings.filter(({ state }) => isLiving(state))
  const pay = fees.filter(({ personId, cents, refund, claim }) => cents > 0 && !refund && !suspended.has(personId)
    && living.some((each) => !isResting(each.state) && leansOn(each, claim)))
    .map(({ personId, claim, cents, owedAt }): Task =>
      ({ kind: 'pay', personId, claim, cents, on: lastDayToPay(dayIn(zoneOf(claim), owedAt)) }))
    .filter(({ on }) => today <= daysAfter(on!, paymentAskedDays))
  const begun = drafts.map(({ personId, claim, purpose, startedAt }): Task => (purpose === 'join'
    ? { kind: 'draft', personId, claim, on: daysAfter(dayIn(zoneOf(claim), startedAt), draftKeptDays) }
    : { kind: 'renew', personId, claim, on: undefined }))
  const invited = new Set<string>()
  const isFirst = ({ kind, personId }: Task) => kind !== 'invite' || (!invited.has(personId) && Boolean(invited.add(personId)))
  return [...pay, ...begun, ...living.flatMap((standing) => ofStanding(standing, refused, begun))]
    .filter(isFirst)
    .toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'))
}

/** Whether a joining rests on the fee that was owed in a claim: its own, or because it is owed once for all (MO-09, clause 4.4). */
const leansOn = ({ claim: { slug }, fee }: Standing, owedIn: string): boolean =>
  slug === owedIn || fee?.reason === 'owed-for-another-claim' || fee?.reason === 'paid-by-representative'

function ofStanding(standing: Standing, refused: readonly string[], begun: readonly Task[]): Task[] {
  const { reached, claim: { slug }, state, mandate, confirmUntil, stale } = standing
  const { person, as } = reached
  const task = (kind: 'confirm' | 'anew' | 'invite' | 'refused', on?: string): Task => ({ kind, personId: person.personId, claim: slug,
    on })
  const signs = begun.some((each) => each.personId === person.personId && each.claim === slug)
  return [
    // The time to mend runs on during a review, so it is asked for then too.
    ...(standing.notice && (!isResting(state) || state === 'suspended') && may(reached, 'correct-details')
      ? [{ kind: 'mend' as const, personId: person.personId, claim: slug, noticeId: standing.notice.id, on: standing.notice.dueOn }] : []),
    ...(state === 'confirm-at-18' && as === 'self' && !signs ? [task('confirm', confirmUntil)] : []),
    ...(stale && !isResting(state) && state !== 'confirm-at-18' && may(reached, 'sign') && !signs ? [task('anew')] : []),
    ...(reached.age >= dataRightsFrom && !isResting(state) && as !== 'self' && person.email === undefined ? [task('invite')] : []),
    ...(refused.includes(person.personId) && mandate?.sealed ? [task('refused')] : []),
  ]
}
