import { Temporal } from 'temporal-polyfill'
import { lastDayToPay } from '#deadlines/payment.ts'
import { isLiving } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import type { Household, Standing } from './standings.ts'

/** Something that is asked of the account, with the day until which (`YYYY-MM-DD`), soonest first; what has no day comes last. */
export type Task = { on: string | undefined; personId: string; claim: string } & (
  | { kind: 'pay'; cents: number }
  | { kind: 'confirm' | 'draft' | 'renew' | 'invite' | 'refused' }
)

const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/** The last day of the 60 in which an adult of 18 confirms (domain 2.5). */
export const confirmUntil = (birthDate: string): string => Temporal.PlainDate.from(birthdayOf(birthDate, 18)).add({ days: 60 }).toString()

/** The day on which somebody reaches an age; for 29 February 1 March where the year has none (MI-01). */
export function birthdayOf(birthDate: string, age: number): string {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number]
  const then = Temporal.PlainDate.from({ year: year + age, month, day }, { overflow: 'constrain' })
  return (then.day === day ? then : then.add({ days: 1 })).toString()
}

/** Payments are not seen here yet: two weeks after its day the request no longer stands above the rest. */
const paymentAskedDays = 14
const draftKeptDays = 30

/** Everything that is asked of an account. */
export function tasksOf({ standings, fees, drafts, refused, claims, today }: Household): Task[] {
  const zoneOf = (claim: string) => claims.find(({ slug }) => slug === claim)?.facts.timeZone ?? 'Europe/Amsterdam'
  const living = standings.filter(({ state }) => isLiving(state))
  const pay = fees.filter(({ cents, refund, claim }) => cents > 0 && !refund && living.some((each) => each.claim.slug === claim))
    .map(({ personId, claim, cents, owedAt }): Task =>
      ({ kind: 'pay', personId, claim, cents, on: lastDayToPay(dayIn(zoneOf(claim), owedAt)) }))
    .filter(({ on }) => today <= later(on!, paymentAskedDays))
  const begun = drafts.map(({ personId, claim, purpose, startedAt }): Task =>
    ({ kind: purpose === 'join' ? 'draft' : 'renew', personId, claim, on: purpose === 'join' ? later(dayIn(zoneOf(claim), startedAt), draftKeptDays) : undefined }))
  return [...pay, ...begun, ...living.flatMap((standing) => ofStanding(standing, refused, begun))]
    .filter((task, at, all) => task.kind !== 'invite' || all.findIndex((each) => each.kind === 'invite' && each.personId === task.personId) === at)
    .toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'))
}

function ofStanding({ reached: { person, as }, claim: { slug }, state, mandate }: Standing, refused: readonly string[], begun: readonly Task[]): Task[] {
  const task = (kind: 'confirm' | 'invite' | 'refused', on?: string): Task => ({ kind, personId: person.personId, claim: slug, on })
  const signs = begun.some((each) => each.personId === person.personId && each.claim === slug)
  return [
    ...(state === 'confirm-at-18' && as === 'self' && !signs ? [task('confirm', confirmUntil(person.birthDate))] : []),
    ...(state === 'data-rights-own' && as !== 'self' && person.email === undefined ? [task('invite')] : []),
    ...(refused.includes(person.personId) && mandate?.sealed ? [task('refused')] : []),
  ]
}
