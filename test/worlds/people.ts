import type { details } from '../builders.ts'

const given = [
  'Anna', 'Bas', 'Carmen', 'Daan', 'Elif', 'Fatima', 'Gijs', 'Hanna', 'Ivo', 'Jasmijn', 'Koen', 'Lotte', 'Mohammed',
  'Noor', 'Omar', 'Pien', 'Quinten', 'Roos', 'Sem', 'Tess', 'Ümit', 'Vera', 'Wout', 'Xander', 'Yara', 'Zoë',
]
const family = [
  'van Voorbeeld', 'Verzonnen', 'de Fictieve', 'Proefpersoon', 'Testerink', 'Denkbeeldig', 'van der Demonstratie', 'Bedacht',
]
const abroad = ['Γιώργος Παράδειγμα', 'Мария Примерова', 'ليلى مثال', 'דנה דוגמה', 'François Exemple', 'Łucja Przykładowa']
const places = ['Voorbeeldstad', 'Proefdorp', 'Verzonnenveen', 'Denkbeeldingen', 'Testerhuizen']

/** Numbers from 0 up to 1 that are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Invented {
  email: string
  language: 'en' | 'nl'
  answers: typeof details & { successFee: 'fixed' | 'percent'; startEarly?: 'yes' }
  /** Draws the signature rather than typing it. */
  drawn: boolean
}

/** An address as people have them; the number makes it unique, in letters, so that nobody takes it for one of a row. */
function addressOf(legalName: string, number: number): string {
  const name = legalName.normalize('NFD').toLowerCase().replace(/[^a-z ]/g, '').trim().replaceAll(' ', '.')
  const letters = [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  return `${name || 'iemand'}.${letters}@voorbeeld.example`
}

/** Somebody who visibly does not exist. */
export function invented(number: number, roll: () => number): Invented {
  const one = <T>(of: readonly T[]): T => of[Math.floor(roll() * of.length)]!
  const between = (from: number, to: number) => String(from + Math.floor(roll() * (to - from + 1)))
  const legalName = roll() < 0.06 ? one(abroad) : `${one(given)} ${one(family)}`
  const still = roll() < 0.8
  return {
    email: addressOf(legalName, number),
    language: roll() < 0.75 ? 'nl' : 'en',
    drawn: roll() < 0.6,
    answers: {
      legalName, 'birthDate-day': between(1, 28), 'birthDate-month': between(1, 12), 'birthDate-year': between(1948, 2006),
      street: `Voorbeeldstraat ${between(1, 250)}`, postcode: `${between(1000, 9999)} VB`, city: one(places), country: 'NL',
      'account-username': `voorbeeld_${number}`, 'from-month': between(1, 12), 'from-year': between(2018, 2022),
      ...(still ? { still: 'yes' } : { still: '', 'until-month': between(1, 12), 'until-year': between(2023, 2025) }),
      successFee: roll() < 0.45 ? 'fixed' : 'percent',
      ...(roll() < 0.3 && { startEarly: 'yes' as const }),
    },
  }
}

/** A signature as somebody might draw it, as the page would send it. */
export function scribble(roll: () => number): string {
  const points = Array.from({ length: 60 }, (_, at) => ({
    x: Math.round(20 + at * 4.2 + roll() * 4), y: Math.round(60 + 28 * Math.sin(at / (2 + roll())) + roll() * 6), t: at * 16, p: 0.5,
  }))
  return JSON.stringify({ width: 320, height: 120, strokes: [{ pointer: 'touch', points }] })
}
