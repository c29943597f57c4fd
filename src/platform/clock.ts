import { Temporal } from 'temporal-polyfill'

/** The only reader of the wall clock. Everything else receives an instant. */
export interface Clock {
  now(): Date
}

export const wallClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved; for tests and demonstrations of what happens later. */
export function standingClock(at: string): Clock & { moveTo(at: string): void } {
  let now = new Date(at)
  return { now: () => now, moveTo: (next) => { now = new Date(next) } }
}

/** The calendar day (`YYYY-MM-DD`) on which an instant falls in a time zone such as the claim's. */
export function dayIn(timeZone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
