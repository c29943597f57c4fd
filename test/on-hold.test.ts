import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { represent } from '#guardians/represent.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { codeFor, details, join, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { inAccount, signedIn, wait } from './account-builders.ts'
import { at, family, personAt } from './families.ts'

let site: TestSite
beforeAll(async () => { site = await testSite({ at: '2027-12-01T10:00:00Z' }) })
afterAll(() => site.close())

const page = async (who: Visitor, path: string) => (await (await who.get(path)).text()).replaceAll(/<!--.*?-->/g, '')

/** The child of that family, of 16 or 17, in its own account. */
async function ownAccount(parentEmail: string, child: string, email: string): Promise<Visitor> {
  const parent = await signedIn(site, parentEmail)
  await parent.post(`/en/account/children/${child}`, { email })
  wait(site, 2)
  const own = visitor(site)
  await own.post('/en/sign-in', { email })
  await own.post('/en/sign-in/code', { code: await codeFor(site, email) })
  return own
}

describe('the own account of a child of 16 or 17', () => {
  let own: Visitor
  let child: string
  beforeAll(async () => {
    const of = await family(site, 'zestien', '2011-05-05')
    child = of.child
    wait(site, 60)
    own = await ownAccount(of.email, child, 'zestien.kind@voorbeeld.example')
  })

  test('offers nothing that belongs to who represents it, and says who chose and signed (MI-02)', async () => {
    const home = await page(own, '/en/account')
    expect(home).toContain('Your parent or guardian signed for you')
    for (const words of ['You can withdraw until', 'the last day to change your mind', 'Join another claim', 'Success fee you chose'])
      expect([words, home.includes(words)]).toEqual([words, false])
    expect(home).toContain('Success fee chosen for you')
    const papers = await page(own, '/en/account/documents')
    expect([papers.includes('What was signed for you'), papers.includes('What you signed')]).toEqual([true, false])
  })

  test('is told to ask the parent before it erases, and nothing of withdrawing', async () => {
    const erase = await page(own, `/en/account/my-data/${child}/erase`)
    expect(erase).toContain('Ask them to end the participation first')
    for (const words of ['/account/withdraw', 'Withdraw first', 'not paid back'])
      expect([words, erase.includes(words)]).toEqual([words, false])
  })
})

describe('giving up representing a child', () => {
  test('is confirmed to who gave up, and told to the others and to the child; whose home and erasing say what to do', async () => {
    at(site, '2027-12-03')
    const of = await family(site, 'opgave', '2011-05-05')
    wait(site, 60)
    const [email, other] = ['opgave.kind@voorbeeld.example', 'opgave.ander@voorbeeld.example']
    const own = await ownAccount(of.email, of.child, email)
    await join(site, visitor(site), { email: other })
    await represent(site.ctx(), of.child, await personAt(site, other), { relation: 'parent', authority: 'joint', sentence: 'I act',
      at: site.clock.now().toISOString() })
    wait(site, 60)
    const first = await signedIn(site, of.email)
    const given = await first.post(`/en/account/children/${of.child}/give-up`)
    expect(given.headers.get('location')).toBe('/en/account?given=up')
    expect(await page(first, '/en/account?given=up')).toContain('You no longer act for this child')
    const subjects = async (to: string) => (await listMailbox(site, 500)).filter((mail) => mail.kind === 'gave-up' && mail.to === to)
      .map(({ subject }) => subject)
    expect(await subjects(of.email)).toEqual(['You no longer act for Kind'])
    expect(await subjects(other)).toEqual(['Another parent or guardian no longer acts for Kind'])
    expect(await subjects(email)).toEqual(['A parent or guardian no longer acts for you'])
    expect((await newestMail(site, email))!.text).toContain('Somebody else keeps acting for you')

    wait(site, 60)
    await (await signedIn(site, other)).post(`/en/account/children/${of.child}/give-up`, { seen: 'yes' })
    expect((await newestMail(site, email))!.text).toContain('Nobody else represents you now')
    expect(await subjects(other)).toEqual(expect.arrayContaining(['You no longer act for Kind']))
    for (const path of ['/en/account', `/en/account/children/${of.child}`]) {
      const shown = await page(own, path)
      for (const words of ['Nobody represents you now', 'A parent with authority or a guardian can declare', 'writes to ']) {
        expect([path, words, shown.includes(words)]).toEqual([path, words, true])
      }
    }
    await own.post('/en/account/confirm', { to: '/account' })
    await own.post('/en/account/confirm/code', { to: '/account', code: await codeFor(site, email) })
    const erase = await page(own, `/en/account/my-data/${of.child}/erase`)
    expect(erase).toContain('only a parent or guardian can end the agreement before you are 18. Write to us')
    expect(erase).not.toContain('Ask them to end')
  })
})

test('who said "it was not me" of a finished joining is asked for no payment, and told why and whom to write to', async () => {
  at(site, '2027-12-05')
  const email = 'betwist@voorbeeld.example'
  await join(site, visitor(site), { email })
  expect(await page(await inAccount(site, email), '/en/account')).toContain('Pay the registration fee')
  const mail = (await listMailbox(site, 500)).find(({ kind, to }) => kind === 'join-code' && to === email)!
  await visitor(site).post(`/en/not-me/${mail.id}`)
  const home = await page(await inAccount(site, email), '/en/account')
  for (const words of ['Pay the registration fee', 'How to pay']) expect([words, home.includes(words)]).toEqual([words, false])
  const resting = 'Nothing is to be paid while this participation is on hold'
  const told = ['they did not do it', 'Write to ', resting, 'Nothing is asked of you now']
  for (const words of told) expect([words, home.includes(words)]).toEqual([words, true])
})

test('a name that was corrected asks for a new signature on the home, until it is begun (SG-06)', async () => {
  at(site, '2027-12-06')
  const email = 'verbeterd@voorbeeld.example'
  await join(site, visitor(site), { email })
  const [person, who] = [await personAt(site, email), await inAccount(site, email)]
  expect(await page(who, '/en/account')).not.toContain('Sign anew')
  const { 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year, street, city, country } = details
  const typed = { legalName: 'Betere Naam', 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year, street, city, country }
  await who.post(`/en/account/details/${person}`, { ...typed, postcode: '1234 AB' })
  const home = await page(who, '/en/account')
  expect(home).toMatch(new RegExp(`<a href="/en/account/details/${person}/tiktok/sign">Sign anew for Betere`))
  await who.post(`/en/account/details/${person}/tiktok/sign`)
  expect(await page(await inAccount(site, email), '/en/account')).not.toContain('Sign anew for Betere')
})

test('whoever joins is signed in for 12 hours; a form whose address is not proven waits 30 days', async () => {
  at(site, '2027-12-07', '10:00:00Z')
  const [who, email] = [visitor(site), 'duur@voorbeeld.example']
  const begun = await who.post('/en/tiktok/join', { name: 'Duur', email, statement: 'yes', terms: 'yes' })
  expect(begun.headers.getSetCookie()[0]).toContain('Max-Age=2592000')
  const proven = await who.post('/en/tiktok/join/code', { code: await codeFor(site, email) })
  expect(proven.headers.getSetCookie()[0]).not.toContain('Max-Age')
  wait(site, 12 * 60 - 1)
  expect((await who.get('/en/account')).status).toBe(200)
  wait(site, 1)
  expect((await who.get('/en/account')).status).toBe(403)
})

test('a second code within a minute is refused in words that are true for every purpose, with the time', async () => {
  at(site, '2027-12-08', '10:00:00Z')
  const [who, email] = [visitor(site), 'snel@voorbeeld.example']
  await who.post('/en/tiktok/join', { name: 'Snel', email, statement: 'yes', terms: 'yes' })
  const refusal = await who.post('/en/sign-in', { email })
  const words = await refusal.text()
  expect(refusal.status).toBe(429)
  expect(words).toContain('We sent a code to this address just now')
  expect(words).toMatch(/You can ask for a new code from \d/)
  expect(words).not.toContain('newest')
})

test('the foundation’s own pages lead to signing in, in both languages', async () => {
  expect(await page(visitor(site), '/en')).toContain('<a href="/en/sign-in">Sign in</a>')
  expect(await page(visitor(site), '/nl/about')).toContain('<a href="/nl/sign-in">Inloggen</a>')
})
