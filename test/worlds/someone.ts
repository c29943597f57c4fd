import { randomUUID } from 'node:crypto'
import { birthIndexOf } from '#participants/admit.ts'
import type { Db } from '#platform/ctx.ts'
import type { Safe, Vault } from '#platform/vault.ts'
import { caseOf } from './cases.ts'
import { familyName, postcodeIn, wholeName } from './names.ts'
import { participation } from './participation.ts'
import type { Poured, Pouring, Row, Share } from './poured.ts'

const day = 86_400_000
const one = <T>(of: readonly T[], roll: () => number): T => of[Math.floor(roll() * of.length)]!
const cities = ['Voorbeeldstad', 'Proefdorp', 'Verzonnenveen', 'Denkbeeldingen', 'Testerhuizen'] as const

/** More join at the beginning of a campaign than at its end; the order is that of the numbers. */
const joinedAt = ({ now, total }: Share, number: number) =>
  new Date(Math.floor(now.getTime() - day - (1 - (number / total) ** 1.4) * 60 * day))

/** Has the vault make a key for somebody, and keeps the row to be written with many others. */
async function keyFor(vault: Vault, personId: string, at: Date, keys: Row[]): Promise<Safe> {
  const gather = { insertInto: () => ({ values: (row: Row) => ({ execute: async () => { keys.push(row) } }) }) }
  return vault.create(gather as unknown as Db, personId, at)
}

const bornYearsAgo = (years: number, { now, roll }: Pouring) =>
  new Date(now.getTime() - (years + roll() * 0.98) * 365.25 * day).toISOString().slice(0, 10)

/** The next adult of a share, who takes part. */
export async function adult(pouring: Pouring): Promise<Poured> {
  const { roll } = pouring
  const given = caseOf(pouring)
  const plus = given === undefined && roll() < 0.01
  const country = roll() < 0.9 ? 'NL' : one(['BE', 'BE', 'DE', 'FR', 'PL', 'ES'], roll)
  const number = pouring.from + pouring.made
  const made = await someone(pouring, {
    family: familyName(roll), language: roll() < 0.75 ? 'nl' : 'en', claim: roll() < 0.85 ? 'tiktok' : 'zoom',
    // Letters stand before the sign: addresses that only count up would be a sign of abuse.
    email: `deelnemer.${number}v${plus ? '+claim' : ''}@voorbeeld.example`, years: 19 + Math.floor(roll() ** 1.5 * 60),
    address: {
      street: `Voorbeeldstraat ${1 + Math.floor(roll() * 250)}`, postcode: postcodeIn(country, roll), city: one(cities, roll), country,
    },
  })
  const told: Poured = { ...made, ...given }
  keep(pouring, told, { plus, parent: undefined })
  participation(pouring, told, { parent: undefined, flags: plus ? ['plus-alias'] : [], given })
  pouring.adults.push(told)
  if (given) pouring.cases.push(told.personId)
  return told
}

/** A child of an adult of the share, who takes part by its parent. */
export async function child(pouring: Pouring, parent: Poured): Promise<Poured> {
  const { family, language, email, claim, address } = parent
  const made = await someone(pouring, { family, language, email, claim, address, years: 4 + Math.floor(pouring.roll() * 14) })
  keep(pouring, made, { plus: false, parent })
  participation(pouring, made, { parent, flags: [], given: undefined })
  return made
}

type Told = Pick<Poured, 'family' | 'language' | 'email' | 'claim' | 'address'> & { years: number }

async function someone(pouring: Pouring, { years, ...told }: Told): Promise<Poured> {
  const { vault, roll, rows } = pouring
  const number = pouring.from + pouring.made
  pouring.made += 1
  const [personId, at] = [randomUUID(), joinedAt(pouring, number)]
  return {
    ...told, personId, at, number, safe: await keyFor(vault, personId, at, rows.vault_key), name: wholeName(told.family, roll),
    birthDate: bornYearsAgo(years, pouring),
    account: roll() < 0.2 ? `+316${String(10_000_000 + Math.floor(roll() * 89_999_999))}` : `voorbeeld_${number}`,
  }
}

function keep({ vault, rows }: Pouring, made: Poured, { plus, parent }: { plus: boolean; parent: Poured | undefined }) {
  const { personId, safe, at, email, name, birthDate, address, language, iban } = made
  rows.participant.push({
    person_id: personId, email_index: parent ? null : vault.index('email', email),
    email: parent ? null : safe.seal('participant.email', email), legal_name: safe.seal('participant.legal_name', name),
    birth_date: safe.seal('participant.birth_date', birthDate), birth_index: parent ? birthIndexOf({ vault }, birthDate) : null,
    address: safe.seal('participant.address', JSON.stringify(address)), country: address.country, language, admitted_at: at,
  })
  if (plus) rows.participant_flag.push({ person_id: personId, flag: 'plus-alias', flagged_at: at })
  if (iban !== undefined) {
    rows.bank_account.push({
      person_id: personId, id: randomUUID(), belongs_to: 'person', actor: `participant:${personId}`, entered_at: at,
      account: safe.seal('bank_account.account', JSON.stringify({ holder: name, iban })),
    })
  }
}
