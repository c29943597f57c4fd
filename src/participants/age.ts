/** The zone in which ages count where no claim says otherwise (MI-01). */
export const legalZone = 'Europe/Amsterdam'

/**
 * Whole years of age on a day; both `YYYY-MM-DD` in the claim's time zone. Someone born on 29 February has the birthday on
 * 1 March in years without that day (MI-01).
 */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Data rights are one's own from this age (UAVG 5, GD-07). */
export const dataRightsFrom = 16

/** Full civil capacity: from the eighteenth birthday (art. 1:233 BW). */
export const isAdultOn = (birthDate: string, day: string) => ageOn(birthDate, day) >= 18
