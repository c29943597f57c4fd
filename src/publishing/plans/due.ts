import { Temporal } from 'temporal-polyfill'

/** The clock all claims and the foundation go by. */
export const zone = 'Europe/Amsterdam'

/**
 * The instant of a day (`YYYY-MM-DD`) and a time (`HH:MM`) in a time zone. Undefined where that time does not exist on that day or comes
 * twice, as on the nights when the clock is changed, or where it is none.
 */
export function instantOf(day: string, time: string, timeZone: string): Date | undefined {
  try {
    const at = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation: 'reject' })
    return new Date(at.epochMilliseconds)
  } catch {
    return undefined
  }
}
