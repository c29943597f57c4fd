import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { codeFor, join, joinWithChildren, newestMail, testSite, visitor, type TestSite } from '../builders.ts'

let site: TestSite
beforeEach(async () => { site = await testSite() })
afterEach(() => site.close())

const later = (minutes: number) => site.clock.moveTo(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString())
const linkIn = async (to: string) => /http:\/\/localhost:8080(\/(?:en|nl)\/not-me\/[0-9a-f-]{36})/.exec((await newestMail(site,
  to))?.text ?? '')?.[1]
const askToWithdraw = (email: string) => visitor(site).post('/en/tiktok/withdraw', { name: 'Iemand', email })
const mailsTo = async (to: string) => (await listMailbox(site, 500)).filter((mail) => mail.to === to).length

test('each mail that a stranger can cause tells below how to say that it was not me', async () => {
  const [who, mine, next, nobody] = [visitor(site), 'lid@voorbeeld.example', 'nieuw@voorbeeld.example', 'niemand@voorbeeld.example']
  await join(site, who, { email: mine })
  const { person_id: personId } = await site.db.selectFrom('participant').select('person_id').executeTakeFirstOrThrow()
  later(2)
  expect((await who.post(`/en/account/email/${personId}`, { email: next })).status).toBe(303)
  await askToWithdraw(mine)
  await askToWithdraw(nobody)
  for (const to of [next, mine, nobody]) expect([to, await linkIn(to)]).toEqual([to, expect.any(String)])

  await joinWithChildren(site, visitor(site),
    { email: 'ouder@voorbeeld.example', children: [{ otherName: 'Ander', otherEmail: 'ander.ouder@voorbeeld.example' }] })
  const invited = (await site.db.selectFrom('guardian_invitation').select('id').execute())[0]
  if (!invited) throw new Error('nobody was invited')
  const stop = await linkIn('ander.ouder@voorbeeld.example')
  later(2)
  await visitor(site).post(`/en/guardian/${invited.id}`)
  expect((await newestMail(site, 'ander.ouder@voorbeeld.example'))!.text).toMatch(/^\s+\d{6}$/m)
  expect(await linkIn('ander.ouder@voorbeeld.example')).toEqual(expect.any(String))
  await visitor(site).post(stop!)
  later(4)
  const before = await mailsTo('ander.ouder@voorbeeld.example')
  expect((await visitor(site).post(`/en/guardian/${invited.id}`)).status).toBe(422)
  expect(await mailsTo('ander.ouder@voorbeeld.example')).toBe(before)
})

test('who was never here gets no second mail of withdrawing after saying so; who takes part still gets the code', async () => {
  const [mine, nobody] = ['lid@voorbeeld.example', 'niemand@voorbeeld.example']
  await join(site, visitor(site), { email: mine })
  for (const to of [mine, nobody]) {
    later(2)
    await askToWithdraw(to)
    expect((await visitor(site).post((await linkIn(to))!)).status).toBe(303)
  }
  const before = await mailsTo(nobody)
  later(20)
  const answers = [await askToWithdraw(mine), await askToWithdraw(nobody)]
  expect(answers.map(({ status, headers }) => [status, headers.get('location')]))
    .toEqual([[303, '/en/tiktok/withdraw/code'], [303, '/en/tiktok/withdraw/code']])
  expect(await mailsTo(nobody)).toBe(before)
  expect(await codeFor(site, mine)).toMatch(/^\d{6}$/)
  expect(await site.db.selectFrom('suspension').selectAll().execute()).toEqual([])
})

test('whoever finished joining with the mailbox of another is out of the account as soon as that other says so', async () => {
  const who = visitor(site)
  await join(site, who, { email: 'geleend@voorbeeld.example' })
  expect((await who.get('/en/account')).status).toBe(200)
  const first = (await listMailbox(site, 500)).find(({ kind }) => kind === 'join-code')!
  await visitor(site).post(`/en/not-me/${first.id}`)
  expect((await who.get('/en/account')).status).toBe(403)
})
