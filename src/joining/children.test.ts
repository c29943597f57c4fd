import { afterAll, beforeAll, expect, test } from 'vitest'
import { listReached } from '#accounts/reach.ts'
import { joinWithChildren, testSite, visitor, type TestSite } from '../../test/builders.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const sam = { legalName: 'Sam Voorbeeld', 'birthDate-year': '2015' }
const reached = (email: string) => listReached(site.ctx(), site.vault.index('email', email))

test('a parent joins with two children: a mandate for each and one fee (MI-06, clause 4.4)', async () => {
  const who = visitor(site)
  const last = await joinWithChildren(site, who, { email: 'gezin@voorbeeld.example', children: [{}, sam] })
  expect(last.headers.get('location')).toBe('/en/tiktok/join/done')
  const family = await reached('gezin@voorbeeld.example')
  expect(family.map(({ person, as, age }) => [person.legalName, as, age]).sort((a, b) => Number(b[2]) - Number(a[2]))).toEqual([['Ouder Voorbeeld', 'self', 32], ['Noor Voorbeeld', 'parent', 13], ['Sam Voorbeeld', 'parent', 11]])
  const html = await (await who.get('/en/tiktok/join/done')).text()
  for (const words of ['You all take part', 'Noor Voorbeeld', 'Sam Voorbeeld', '€17.50', 'For Noor and Sam, to read together']) expect(html).toContain(words)
})
