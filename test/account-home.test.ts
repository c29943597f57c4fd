import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { suspend } from '#guardians/suspend.ts'
import { join, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { inAccount } from './account-builders.ts'
import { child, joinFamily, personAt } from './families.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const page = async (who: Visitor, path: string) => {
  const answer = await who.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.text()).replaceAll(/<!--.*?-->/g, '')
}
let seconds = 0
/** Rate limits count by minutes; a test takes none. */
const passTime = () => site.clock.moveTo(new Date(site.clock.now().getTime() + 61_000 + (seconds += 1)).toISOString())
const inDays = (days: number) => site.clock.moveTo(Temporal.Instant.from(site.clock.now().toISOString()).add({ hours: 24 * days })
  .toString())

describe('the home of the account', () => {
  test('one sentence, one next step, one date; then what is asked and what the claim does', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'een@voorbeeld.example' })
    const html = await page(who, '/en/account')
    expect(html).toContain('Your papers are being sealed')
    expect(html).toMatch(
      /Next step<\/dt><dd><a href="\/en\/account\/fee\/[^"]+\/tiktok">Pay the registration fee of €17.50 for the TikTok claim/,
    )
    expect(html).toContain('by 7 December 2026')
    for (const words of ['Request for all personal data', 'We weigh the answer and choose the next step',
      'You can withdraw until and including', '7 December 2026', '20% of what you receive', '€80',
      '€17.50, once, of which €3.04 is VAT']) expect(html).toContain(words)
    const dutch = await page(who, '/nl/account')
    for (const words of ['Volgende stap', 'uiterlijk 7 december 2026', 'Wat er daarna komt', 'Stoppen met de TikTok-claim']) expect(dutch)
      .toContain(words)
  })

  test('how to pay stands on a page of its own, for the account of who owes it and nobody else', async () => {
    const path = `/en/account/fee/${await personAt(site, 'een@voorbeeld.example')}/tiktok`
    const html = await page(await inAccount(site, 'een@voorbeeld.example'), path)
    for (const words of ['€17.50, once', 'NL91 ABNA 0417 1643 00', 'Payment code for bank apps']) expect(html).toContain(words)
    await join(site, visitor(site), { email: 'vreemd@voorbeeld.example' })
    expect([(await (await inAccount(site, 'vreemd@voorbeeld.example')).get(path)).status, (await visitor(site).get(path)).status])
      .toEqual([404, 403])
    expect((await (await inAccount(site, 'een@voorbeeld.example')).get(path.replace('tiktok', 'zoom'))).status).toBe(404)
  })

  test('after the fee was due for two weeks and the 14 days are over, nothing is asked', async () => {
    const html = await page(await inAccount(site, 'een@voorbeeld.example'), '/en/account')
    expect(html).toContain('What we ask of you')
    inDays(40)
    const later = await page(await inAccount(site, 'een@voorbeeld.example'), '/en/account')
    expect(later).toContain('Nothing is asked of you now.')
    expect(later).not.toContain('What we ask of you')
    expect(later).not.toContain('You can withdraw until and including')
    site.clock.moveTo('2026-11-24T10:00:00Z')
  })

  test('a parent who takes no part sees the children, each by name, and one fee for all (clause 4.4)', async () => {
    const who = visitor(site)
    await joinFamily(site, who,
      { email: 'ouder@voorbeeld.example', forWhom: 'children',
      children: [child('Noor Voorbeeld', '2015-05-05'), child('Sem Voorbeeld', '2010-03-01')] })
    const html = await page(who, '/en/account')
    expect(html).toContain('Sem and Noor take part, and you act for them.')
    for (const words of ['For Noor: takes part', 'For Sem: takes part. You act until Sem is 18.', 'On 5 May 2031 Noor turns 16',
      'On 1 March 2028 Sem turns 18', 'Give the e-mail address of Sem', 'whoever signed pays the fee once']) expect(html).toContain(words)
    expect(html).not.toContain('For you:')
    expect(html.match(/Pay the registration fee of/g)).toHaveLength(2)
    expect(html).toContain('How to pay €17.50')
    expect(html).not.toContain('Give the e-mail address of Noor')
  })

  test('everything of a child is on hold while a suspension is not lifted (SG-07)', async () => {
    const who = visitor(site)
    const { joined } = await joinFamily(site, who, { email: 'stil@voorbeeld.example', children: [child('Lot Voorbeeld', '2015-05-05')] })
    await suspend(site.ctx(), joined[1]!, 'custody-objection')
    expect(await page(who, '/en/account')).toContain('For Lot: everything has been on hold since 24 November 2026')
    const home = await page(who, '/en/account')
    expect(home).toContain('For Lot everything is on hold.')
    expect(home).not.toContain('you act for this child')
    const of = await page(who, `/en/account/children/${joined[1]!}`)
    for (const words of ['On hold since 24 November 2026', 'The other parent objected. Lot keeps a place', 'Write to ']) {
      expect([words, home.includes(words), of.includes(words)]).toEqual([words, true, true])
    }
  })

  test('the home of nobody who takes part says so', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'half@voorbeeld.example', until: 'code' })
    expect(await page(who, '/en/account')).toContain('Nobody takes part with this e-mail address yet.')
  })

  test('a joining that was begun for another claim is asked to be finished, with the day until which it is kept', async () => {
    const email = 'tweede@voorbeeld.example'
    await join(site, visitor(site), { email })
    const personId = await personAt(site, email)
    const { sealed } = { sealed: await site.vault.open(site.db, personId) }
    await site.db.insertInto('draft').values({
      person_id: personId, claim: 'zoom', language: 'en', email_index: site.vault.index('email', email), purpose: 'join',
      answers: sealed.seal('draft.answers', '{}'),
      started_at: site.clock.now(), changed_at: site.clock.now(), confirmed_at: site.clock.now(),
    }).execute()
    const html = await page(await inAccount(site, email), '/en/account')
    expect(html).toContain('Finish joining the Zoom claim')
    expect(html).toContain('href="/en/zoom/join/check"')
    expect(html).toContain('By 24 December 2026')
  })

  test('its documents and messages cost 17, 12 and 10 queries, for one adult and families in two claims alike', async () => {
    const asked = (spy: ReturnType<typeof vi.spyOn>) => (spy.mock.calls as unknown[][])
      .filter(([asking]) => /^\s*(select|insert|update|delete|with)\b/i.test((asking as { text?: string }).text ?? '')).length
    const one = visitor(site)
    await join(site, one, { email: 'telt-een@voorbeeld.example' })
    const two = visitor(site)
    await joinFamily(site, two,
      { email: 'telt-gezin@voorbeeld.example', children: [child('Noor Telt', '2015-05-05'), child('Sem Telt', '2010-03-01')] })
    passTime()
    await joinFamily(site, visitor(site),
      { email: 'telt-gezin@voorbeeld.example', claim: 'zoom',
      children: [child('Noor Zoomt', '2015-05-05'), child('Sem Zoomt', '2010-03-01')], answers: { legalName: 'Ander Mens' } })
    passTime()
    await join(site, visitor(site), { email: 'telt-een@voorbeeld.example', claim: 'zoom', answers: { legalName: 'Huis Genoot' } })
    const counts: number[] = []
    for (const email of ['een@voorbeeld.example', 'telt-een@voorbeeld.example', 'telt-gezin@voorbeeld.example',
      'ouder@voorbeeld.example']) {
      const who = await inAccount(site, email)
      for (const path of ['/en/account', '/en/account/documents', '/en/account/messages']) {
        await page(who, path)
        const spy = vi.spyOn(pg.Client.prototype, 'query')
        await page(who, path)
        counts.push(asked(spy as never))
        spy.mockRestore()
      }
    }
    expect(counts).toEqual([1, 2, 3, 4].flatMap(() => [17, 12, 10]))
  })
})
