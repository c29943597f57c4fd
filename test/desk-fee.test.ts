import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrganisationFacts } from '#claims/versions.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { testSite, type TestSite } from './builders.ts'

let site: TestSite
let [campaigner, lawyer, treasurer] = [] as unknown as DeskVisitor[]
beforeAll(async () => {
  site = await testSite()
  campaigner = await deskVisitor(site, ['campaigner'])
  lawyer = await deskVisitor(site, ['lawyer'])
  treasurer = await deskVisitor(site, ['treasurer'])
})
afterAll(() => site.close())

const here = '/en/desk/claims/organisation/fee'
const html = async (who: DeskVisitor | undefined, path: string) => (await who!.get(path)).text()
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

test('the registration fee: one looks at what changes and proposes it, another sees the same and approves (MO-09, SE-03)', async () => {
  expect(await html(campaigner, '/en/desk/claims/zoom/facts/money')).toContain(`href="${here}"`)
  expect(await html(campaigner, '/en/desk/claims/organisation')).toContain(`href="${here}"`)
  expect(await html(campaigner, here)).toContain('The registration fee is €17.50.')
  for (const wrong of ['much', '9000', '']) expect(await html(campaigner, `${here}?amount=${wrong}`)).toContain('500 at most')
  const page = await html(campaigner, `${here}?amount=20`)
  expect(page).toContain('From €17.50 to €20')
  expect(page).toMatch(/Zoom claim<\/dt><dd>[^<]+\(2026-11-23\)/)
  expect((await treasurer!.post(here, { to: '2000', seen: hidden(page, 'seen') })).status).toBe(403)
  expect((await campaigner!.post(here, { to: '2100', seen: hidden(page, 'seen') })).status).toBe(422)
  const proposal = (await campaigner!.post(here, { to: '2000', seen: hidden(page, 'seen'), note: 'As the board decided.' })).headers.get(
    'location',
  )!
  expect(await html(campaigner, here)).toContain('A change to €20 waits for another person.')
  const told = await html(lawyer, proposal)
  expect(told).toContain('Change the registration fee from €17.50 to €20, for the foundation and all claims')
  expect(told).toContain(`${here}?cents=2000&amp;version=2026-11-23`)
  expect(await html(lawyer, `${here}?cents=2000&version=2026-11-23`)).toContain('From €17.50 to €20')
  expect((await campaigner!.post(proposal, { answer: 'approve' })).status).toBe(422)
  expect((await lawyer!.post(proposal, { answer: 'approve' })).status).toBe(303)
  expect((await findOrganisationFacts(site.db))?.facts['registrationFee']).toEqual({ cents: 2000 })
})
