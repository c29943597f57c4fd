import { expect, inject, test } from 'vitest'
import * as z from 'zod'
import { queried } from '../../test/database.ts'
import { faultOf } from './log.ts'

const caught = async (work: () => unknown) => {
  try {
    await work()
  } catch (error) {
    return faultOf(error)
  }
  throw new Error('nothing was thrown')
}

test('an error of our own keeps its words, without e-mail addresses, and its place', async () => {
  const fault = await caught(() => { throw new Error('no key for anna@example.org') })
  expect(fault).toMatchObject({ name: 'Error', message: 'no key for …' })
  expect(fault.at[0]).toMatch(/^src\/platform\/log\.test\.ts|log\.test\.ts/)
})

test('words of the database and of libraries are left out: they quote what somebody typed', async () => {
  const fault = await caught(() => queried(inject('databaseServer'), 'select $1::int', ['Anna Secret']))
  expect(fault).toMatchObject({ code: '22P02' })
  expect(JSON.stringify(fault)).not.toContain('Secret')
  expect(JSON.stringify(await caught(() => z.literal('x').parse('Anna Secret')))).not.toContain('Secret')
  expect(JSON.stringify(await caught(() => JSON.parse('Anna Secret')))).not.toContain('Secret')
})

test('what is no error at all is only named by its kind', () => {
  expect(faultOf('Anna Secret')).toEqual({ name: 'string', at: [] })
})
