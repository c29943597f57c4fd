import { expect, test } from 'vitest'
import { acts, may, standingOf, type Act } from './may.ts'

const of = (as: 'self' | 'parent' | 'guardian', age: number) => acts.filter((act) => may({ as, age }, act))
const own: Act[] = ['take-data', 'erase-data', 'decide-on-requests']

test('until 16 the representative may everything and the child only look (domain 2.5)', () => {
  expect(of('parent', 15)).toEqual(acts.filter((act) => act !== 'change-way-in'))
  expect(of('guardian', 0)).toEqual(acts.filter((act) => act !== 'change-way-in'))
  expect(of('self', 15)).toEqual(['see-agreement', 'see-messages', 'change-way-in'])
})
test('from 16 the data is the child\'s and the agreement stays with the representative (GD-07, SE-08)', () => {
  for (const age of [16, 17]) {
    for (const act of own) expect([may({ as: 'self', age }, act), may({ as: 'parent', age }, act)]).toEqual([true, false])
    for (const act of ['leave', 'sign'] as const) expect([may({ as: 'self', age }, act), may({ as: 'parent', age }, act)])
      .toEqual([false, true])
    expect([may({ as: 'self', age }, 'see-messages'), may({ as: 'guardian', age }, 'see-messages')]).toEqual([true, false])
  }
})
test('an adult may everything but represent oneself', () => {
  expect(of('self', 18)).toEqual(acts.filter((act) => act !== 'act-as-representative'))
  expect(standingOf({ as: 'self', age: 18 })).toBe('adult')
})
