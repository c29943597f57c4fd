import type { Pouring, Poured } from './poured.ts'

/** What somebody has of somebody else, or does as few do. Who stands in a case stays in the claim, for of who left nothing is compared. */
export interface Case extends Partial<Pick<Poured, 'name' | 'email' | 'address' | 'birthDate' | 'account' | 'iban' | 'at'>> {
  /** How the signature was made: seconds after the first form, and from which address. */
  signed?: { seconds: number; ip: string }
}

const shareOf = 2000
/** So many adults before is the one of whom somebody has something; in a crowd it is the one before. */
const before = (people: number) => (people > 1 ? 1 : 20)

type MakeCase = (earlier: Poured, at: Pouring, place: number) => Case

/** Somebody once more: the same human being under another address. */
const again: MakeCase = ({ name, birthDate, address }) => ({ name, birthDate, address })
/** Once more with a letter doubled in the name, at an address in the same street. */
const misspelt: MakeCase = ({ name, birthDate, address }) => ({
  name: name.replace(/([lnrst])(?=[aeiou])/, '$1$1'), birthDate, address: { ...address, street: `${address.street} A` },
})
/** Once more with one digit of the year of birth typed wrongly. */
const mistyped: MakeCase = ({ name, birthDate, address }) =>
  ({ name, address, birthDate: `${birthDate.slice(0, 3)}${(Number(birthDate[3]) + 1) % 10}${birthDate.slice(4)}` })
/** Once more by an alias of the mailbox, with the same account. */
const alias: MakeCase = ({ name, birthDate, address, account, email }) =>
  ({ name, birthDate, address, account, email: email.replace(/(\+[^@]*)?@/, '+weer@') })
/** Somebody else altogether who names the same account. */
const sameAccount: MakeCase = ({ account }) => ({ account })
/** Signed sooner than anybody reads the texts. */
const hasty: MakeCase = (_, { roll }, place) => ({ signed: { seconds: 12 + Math.floor(roll() * 30), ip: `198.51.100.${place % 250}` } })
/** One of a crowd that signed from one block of addresses within the hour, and quickly. */
const burst: MakeCase = ({ at }, { from }, place) =>
  ({ at: new Date(at.getTime() + 1000), signed: { seconds: 38, ip: `203.0.113.${(from / shareOf + place) % 250}` } })
/** One of several numbered addresses. */
const numbered: MakeCase = (_, { from }, place) => ({ email: `aanmelding.${letters(from)}${place}@voorbeeld.example` })
/** One of several ways to write one mailbox. */
const oneMailbox: MakeCase = (_, { from }, place) =>
  ({ email: `postbus.${letters(from)}+${letters(place)}@voorbeeld.example`, signed: { seconds: 31, ip: '192.0.2.7' } })
/** One of several people at different addresses who named one bank account; the bank of the example does not exist. */
const sharedIban: MakeCase = (_, { from }) => ({ iban: ibanOf(from) })
/** Older than anybody who ever lived. */
const ancient: MakeCase = () => ({ birthDate: '1893-04-01' })

const letters = (number: number) => [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')

/** A Dutch account number of the bank "VOOR", which does not exist, with its check digits. */
function ibanOf(number: number): string {
  const account = `VOOR${String(number).padStart(10, '0')}`
  const digits = [...`${account}NL00`].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('')
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`
}

/** Which adults of a share stand in a case: the first of them, how many in a row, and in every so-manieth share. */
const plan: readonly { make: MakeCase; first: number; people: number; everyShare: number }[] = [
  { make: again, first: 40, people: 1, everyShare: 1 },
  { make: misspelt, first: 120, people: 1, everyShare: 1 },
  { make: sameAccount, first: 200, people: 1, everyShare: 2 },
  { make: mistyped, first: 280, people: 1, everyShare: 2 },
  { make: alias, first: 360, people: 1, everyShare: 2 },
  { make: hasty, first: 440, people: 1, everyShare: 1 },
  { make: ancient, first: 520, people: 1, everyShare: 8 },
  { make: oneMailbox, first: 560, people: 4, everyShare: 8 },
  { make: numbered, first: 600, people: 6, everyShare: 8 },
  { make: sharedIban, first: 660, people: 5, everyShare: 8 },
  { make: burst, first: 1150, people: 18, everyShare: 16 },
]

/** What the next adult of a share has to do with others, as about one in three hundred does; undefined for most (AD-03, AD-05). */
export function caseOf(pouring: Pouring): Case | undefined {
  const [place, share] = [pouring.adults.length, Math.floor(pouring.from / shareOf)]
  const planned = plan.find(({ first, people, everyShare }) => share % everyShare === 0 && place >= first && place < first + people)
  return planned?.make(pouring.adults[place - before(planned.people)]!, pouring, place)
}
