import { Temporal } from 'temporal-polyfill'

/** Days from the start of joining after which a draft that is not finished is erased (SE-07). */
export const eraseAfterDays = 30

/** When in the night the erasing happens, in the time zone of the timetable. */
export const erasing = { hour: 3, minute: 10, timeZone: 'Europe/Amsterdam' } as const

/** The instant at which a draft that is never finished is erased: in the first night when its days are over. */
export function erasedAt(startedAt: Date): Date {
  const over = Temporal.Instant.fromEpochMilliseconds(startedAt.getTime()).add({ hours: eraseAfterDays * 24 })
    .toZonedDateTimeISO(erasing.timeZone)
  const thatNight = over.withPlainTime({ hour: erasing.hour, minute: erasing.minute })
  const night = Temporal.ZonedDateTime.compare(over, thatNight) < 0 ? thatNight : thatNight.add({ days: 1 })
  return new Date(night.epochMilliseconds)
}
