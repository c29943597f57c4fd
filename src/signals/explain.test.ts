import { expect, test } from 'vitest'
import { explain, factsOf, isNewTo, type Known } from './explain.ts'
import { isDisposable, limits } from './settings.ts'

const nothing: Known = {
  email: 'anna@voorbeeld.example', birthDate: '1990-04-03', joinedOn: '2026-11-23', usedFrom: '2019-03', signedIn: 400,
  sharing: { block: 1, stem: 1, mailbox: 1, iban: 1 }, refusedMails: 0,
}
const codesOf = (given: Partial<Known>) => explain({ ...nothing, ...given }).map(({ code }) => code)

test.each<[string, Partial<Known>, string[]]>([
  ['an ordinary joining', {}, []],
  ['a household behind one connection', { sharing: { block: 5, stem: 1, mailbox: 2, iban: 3 } }, []],
  ['a burst from one block', { sharing: { ...nothing.sharing, block: limits.burst } }, ['burst']],
  ['numbered addresses', { sharing: { ...nothing.sharing, stem: limits.numbered } }, ['numbered-addresses']],
  ['many ways to write one mailbox', { sharing: { ...nothing.sharing, mailbox: limits.aliases } }, ['alias-addresses']],
  ['one bank account of people who live apart', { sharing: { ...nothing.sharing, iban: limits.iban } }, ['shared-iban']],
  ['a throw-away mailbox', { email: 'x@sub.mailinator.com' }, ['disposable-domain']],
  ['nobody gets that old', { birthDate: '1890-01-01' }, ['impossible-age']],
  ['used the product before being three', { birthDate: '2017-01-01', usedFrom: '2019-03' }, ['used-as-infant']],
  ['signed before anybody could have read', { signedIn: limits.seconds - 1 }, ['fast-signing']],
  ['mails that are refused', { refusedMails: limits.refused }, ['mail-refused']],
  ['no evidence, no use told', { signedIn: undefined, usedFrom: undefined, joinedOn: undefined, email: undefined }, []],
])('%s (AD-05)', (_, given, expected) => {
  expect(codesOf(given)).toEqual(expected)
})

test('every sign tells the figures it rests on, and none of them is a value of the person', () => {
  const all = explain({
    ...nothing, email: 'x@mailinator.com', birthDate: '1890-01-01', signedIn: 3, refusedMails: 9,
    sharing: { block: 99, stem: 99, mailbox: 99, iban: 99 },
  })
  expect(all.length).toBeGreaterThan(6)
  expect(JSON.stringify(all)).not.toMatch(/1890|mailinator|@/)
})

test('what was decided is new again only with another sign or twice the crowd', () => {
  const of = (block: number, seconds = 400) => explain({ ...nothing, signedIn: seconds, sharing: { ...nothing.sharing, block } })
  const decided = factsOf(of(20))
  expect(isNewTo(decided, of(21))).toBe(false)
  expect(isNewTo(decided, of(41))).toBe(true)
  expect(isNewTo(decided, of(20, 5))).toBe(true)
  expect(isNewTo(undefined, of(20))).toBe(true)
  expect(isNewTo(undefined, [])).toBe(false)
})

test('a provider of throw-away mailboxes counts with its subdomains, and nobody else', () => {
  expect(['a@yopmail.com', 'a@x.yopmail.com', 'a@notyopmail.com', 'a@gmail.com'].map(isDisposable)).toEqual([true, true, false, false])
})
