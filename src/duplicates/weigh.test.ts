import { describe, expect, test } from 'vitest'
import { accountKey, mailboxOf, stemOf } from './addresses.ts'
import type { Facts } from './facts.ts'
import { compareNames } from './names.ts'
import { weigh } from './weigh.ts'

const address = { street: 'Voorbeeldstraat 1', postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL' }
const elsewhere = { street: 'Andere weg 9', postcode: '9999 ZZ', city: 'Elders', country: 'NL' }
const anna: Facts = {
  personId: 'a', legalName: 'Anna de Vries', birthDate: '1990-04-03', email: 'anna@voorbeeld.example', address,
  accounts: [], iban: undefined, claims: ['tiktok'], family: [],
}
const like = (given: Partial<Facts>): Facts => ({ ...anna, personId: 'b', email: 'b@voorbeeld.example', ...given })
const reasonsFor = (other: Facts, one = anna) => weigh(one, other)?.reasons

describe('pairs found (AD-03)', () => {
  test.each<[string, Partial<Facts>, string[]]>([
    ['the same name and date of birth, elsewhere', { address: elsewhere }, ['name-birth']],
    ['written the other way round, in capitals, with accents', { legalName: 'DE VRIÉS Ánna', address: elsewhere }, ['name-birth']],
    ['a particle left out, at the same address', { legalName: 'Anna Vries' }, ['alike-birth', 'address']],
    ['an initial, at the same address', { legalName: 'A. de Vries' }, ['alike-birth', 'address']],
    ['a married name, at the same address', { legalName: 'Anna Bakker-de Vries' }, ['alike-birth', 'address']],
    ['another surname after a wedding, at the same address', { legalName: 'Anna Bakker' }, ['first-name-birth', 'address']],
    [
      'another surname after a wedding, moved house, the same mailbox',
      { legalName: 'Anna Bakker', address: elsewhere, email: 'anna+2@voorbeeld.example' },
      ['first-name-birth', 'same-mailbox'],
    ],
    [
      'a middle name, the same bank account',
      { legalName: 'Anna Maria de Vries', address: elsewhere, iban: 'NL91ABNA0417164300' },
      ['alike-birth', 'iban'],
    ],
    [
      'day and month turned round, the same postcode',
      { birthDate: '1990-03-04', address: { ...address, street: 'Andere straat 3' } },
      ['name-nearly-birth', 'postcode'],
    ],
    ['one digit of the year wrong, at the same address', { birthDate: '1991-04-03' }, ['name-nearly-birth', 'address']],
    [
      'the same account of the company, nothing else',
      { legalName: 'Piet Puk', birthDate: '1970-01-01', address: elsewhere, accounts: ['tiktok/username/anna'] },
      ['account'],
    ],
    [
      'the same account in one household: a warning',
      { legalName: 'Kind de Vries', birthDate: '2012-01-01', accounts: ['tiktok/username/anna'] },
      ['account-in-family'],
    ],
  ])('%s', (_, given, expected) => {
    expect(reasonsFor(like(given), { ...anna, accounts: ['tiktok/username/anna'], iban: 'NL91ABNA0417164300' })).toEqual(expected)
  })
})

describe('pairs not found', () => {
  test.each<[string, Partial<Facts>]>([
    [
      'twins: the same address, mailbox and date of birth, another first name',
      { legalName: 'Britt de Vries', email: 'anna@voorbeeld.example' },
    ],
    [
      'a family sharing bank account, address and mailbox',
      { legalName: 'Kees de Vries', birthDate: '1988-02-02', email: 'anna@voorbeeld.example', iban: 'NL91ABNA0417164300' },
    ],
    ['a mother and daughter of one name', { birthDate: '1962-04-03' }],
    ['namesakes of another age', { birthDate: '1979-09-09', address: elsewhere }],
    ['housemates of one date of birth', { legalName: 'Joost Bakker' }],
    ['names that sound alike, and nothing besides', { legalName: 'A. Vries', address: elsewhere }],
    ['the same first name and date of birth, elsewhere', { legalName: 'Anna Bakker', address: elsewhere }],
    [
      'the same human being in two claims, known by address, name and date of birth (decision 15)',
      { claims: ['zoom'], email: 'anna@voorbeeld.example' },
    ],
    [
      'the same account name in another claim',
      { legalName: 'Piet Puk', birthDate: '1970-01-01', address: elsewhere, accounts: ['zoom/username/anna'] },
    ],
    ['a child and who acts for it', { family: ['a'], legalName: 'Anna de Vries' }],
  ])('%s', (_, given) => {
    expect(reasonsFor(like(given), { ...anna, accounts: ['tiktok/username/anna'], iban: 'NL91ABNA0417164300' })).toBeUndefined()
  })
})

test('the order of the two makes no difference', () => {
  const other = like({ legalName: 'A. Vries' })
  expect(weigh(anna, other)).toEqual(weigh(other, anna))
})

test.each([
  ['Jan Janssen', 'Jan Jansen', 'alike'], ['Meijer Els', 'Els Meyer', 'alike'], ['Hans Smits', 'Hans Smith', 'alike'],
  ['Fatima el Amrani', 'Fatima Amrani', 'alike'], ['Kristof Peeters', 'Christof Peters', 'other'], ['Łukasz Żak', 'Lukasz Zak', 'alike'],
  ['Jaap de Vries', 'Jan de Vries', 'other'],
])('%s and %s: %s', (one, other, expected) => {
  expect(compareNames(one, other)).toBe(expected)
})

test.each([
  ['jan.jansen+x@gmail.com', 'janjansen@gmail.com'],
  ['jan.jansen@googlemail.com', 'janjansen@gmail.com'],
  ['jan.jansen+x@voorbeeld.example', 'jan.jansen@voorbeeld.example'],
  ['jan-wegwerp@yahoo.com', 'jan@yahoo.com'],
  ['jan-piet@ziggo.nl', 'jan-piet@ziggo.nl'],
  ['me@mac.com', 'me@icloud.com'],
  ['+only@voorbeeld.example', '+only@voorbeeld.example'],
])('the mailbox of %s is %s', (email, expected) => {
  expect(mailboxOf(email)).toBe(expected)
})

test('numbered addresses have one stem', () => {
  expect(['deelnemer1@x.nl', 'deelnemer_22@x.nl', 'deel.nemer3@gmail.com', 'j1@x.nl', 'jan@x.nl'].map(stemOf))
    .toEqual(['deelnemer@x.nl', 'deelnemer@x.nl', 'deelnemer@gmail.com', undefined, undefined])
})

test('accounts are compared as people write them, and what names none is none', () => {
  expect([accountKey('phone', '06-1234 5678'), accountKey('phone', '+31 (0)6 12345678'), accountKey('phone', '0031612345678')])
    .toEqual(['31612345678', '31612345678', '31612345678'])
  expect([accountKey('username', '@Jantje'), accountKey('username', 'https://tiktok.com/@jantje/')]).toEqual(['jantje', 'jantje'])
  expect(['geen', '-', 'n.v.t.', 'weet ik niet', 'ab'].map((typed) => accountKey('username', typed))).toEqual([
    undefined, undefined, undefined, undefined, undefined,
  ])
})
