import { country } from '#words/formats.ts'

/** Member states of the EU, the EEA and neighbours first; then the rest of the world (ISO 3166-1). */
const world = `
  AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN
  CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN
  HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC
  MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA
  RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA
  UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW AW`

export const countryCodes: readonly string[] = world.trim().split(/\s+/)

const made = new Map<string, { value: string; label: string }[]>()

/** All countries by name in the reader's language. */
export function countryChoices(language: 'en' | 'nl'): { value: string; label: string }[] {
  let choices = made.get(language)
  if (!choices) {
    const order = new Intl.Collator(language)
    choices = countryCodes.map((value) => ({ value, label: country(language, value) })).sort((a, b) => order.compare(a.label, b.label))
    made.set(language, choices)
  }
  return choices
}
