import { describe, expect, test } from 'vitest'
import { inFours } from '#words/formats.ts'
import { creditorReference, epcPayload, isCreditorReference, vatWithin } from './registration-fee.ts'

test('VAT within an amount (MO-08): 17.50 holds 3.04 and 50.00 holds 8.68 at 21 %', () => {
  expect([vatWithin(1750, 21), vatWithin(5000, 21), vatWithin(1750, 0)]).toEqual([304, 868, 0])
})

describe('creditor references (ISO 11649)', () => {
  test('the published vectors', () => {
    expect(creditorReference('539007547034')).toBe('RF18539007547034')
    expect(creditorReference('JOINDER000000042')).toBe('RF28JOINDER000000042')
  })
  test('one wrong character is found', () => {
    expect(isCreditorReference('RF18539007547034')).toBe(true)
    expect(isCreditorReference('RF18539007547035')).toBe(false)
  })
  test('lower case and more than 21 characters are refused', () => {
    expect(() => creditorReference('abc')).toThrow()
    expect(() => creditorReference('A'.repeat(22))).toThrow()
  })
  test('is shown in fours', () => expect(inFours('RF18539007547034')).toBe('RF18 5390 0754 7034'))
})

test('the EPC payload has its ten lines in order (EPC069-12)', () => {
  expect(epcPayload({ holder: 'SOMI', iban: 'NL91 ABNA 0417 1643 00', cents: 1750, reference: 'RF18539007547034' }).split('\n'))
    .toEqual(['BCD', '002', '1', 'SCT', '', 'SOMI', 'NL91ABNA0417164300', 'EUR17.50', '', 'RF18539007547034'])
})
