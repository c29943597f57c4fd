import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn } from '#participants/age.ts'
import { birthDatesReaching, birthdayOf, daysAfter, noticeDay, turning } from './birthdays.ts'

const birthDate = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

describe('birthdays (MI-01)', () => {
  test('who was born on 29 February has the birthday on 1 March in years without that day', () => {
    expect([birthdayOf('2008-02-29', 16), birthdayOf('2008-02-29', 18)]).toEqual(['2024-02-29', '2026-03-01'])
    expect([birthdayOf('2012-02-29', 16), birthdayOf('2012-02-29', 18)]).toEqual(['2028-02-29', '2030-03-01'])
    expect(birthDatesReaching(18, '2026-03-01')).toEqual(['2008-03-01', '2008-02-29'])
    expect(birthDatesReaching(16, '2024-02-29')).toEqual(['2008-02-29'])
    expect(birthDatesReaching(16, '2024-03-01')).toEqual(['2008-03-01'])
    expect(birthDatesReaching(18, '2028-02-29')).toEqual([])
  })

  test('the birthday is the first day of the age, as it is counted everywhere', () => {
    fc.assert(fc.property(birthDate, fc.constantFrom(...turning), (born, age) => {
      const birthday = birthdayOf(born, age)
      expect([ageOn(born, daysAfter(birthday, -1)), ageOn(born, birthday)]).toEqual([age - 1, age])
    }), { numRuns: 2000 })
  })

  test('looking from a day finds exactly those who have their birthday then', () => {
    fc.assert(fc.property(birthDate, fc.constantFrom(...turning), (born, age) => {
      expect(birthDatesReaching(age, birthdayOf(born, age))).toContain(born)
      for (const other of [-1, 1]) expect(birthDatesReaching(age, daysAfter(birthdayOf(born, age), other))).not.toContain(born)
    }), { numRuns: 2000 })
  })

  test('notice is 60 and 14 days before and on the day', () => {
    expect([60, 14, 0].map((before) => noticeDay('2008-02-29', 18, before as 60))).toEqual(['2025-12-31', '2026-02-15', '2026-03-01'])
  })
})
