import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeFor, join, joinWithChildren, newestMail, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'

let site: TestSite
beforeEach(async () => { site = await testSite() })
afterEach(() => site.close())

const email = 'ander@voorbeeld.example'
const linkIn = (text: string) => /http:\/\/localhost:8080(\/(?:en|nl)\/not-me\/[0-9a-f-]{36})/.exec(text)?.[1]
const linkFor = async (address = email) => {
  const link = linkIn((await newestMail(site, address))?.text ?? '')
  if (!link) throw new Error('the mail has no way to say that it was somebody else')
  return link
}
const state = async () => Promise.all((['draft', 'email_code', 'session', 'mail', 'mail_stop', 'suspension', 'journal_entry',
  'rate_limit'] as const)
  .map((table) => site.db.selectFrom(table).selectAll().execute()))

describe('"it was not me"', () => {
  test('opening the link changes nothing, however often a scanner does', async () => {
    await join(site, visitor(site), { email, until: 'start' })
    const link = await linkFor()
    const before = await state()
    for (let n = 0; n < 3; n += 1) expect((await visitor(site).get(link)).status).toBe(200)
    await site.app.request(link, { method: 'HEAD', headers: { host: 'localhost:8080' } })
    expect(await state()).toEqual(before)
  })

  test('the page and the thanks are the same for a mail that does not exist', async () => {
    await join(site, visitor(site), { email, until: 'start' })
    const [real, none] = [await linkFor(), '/en/not-me/00000000-0000-4000-8000-000000000000']
    const who = visitor(site)
    const text = async (path: string) => (await (await who.get(path)).text()).replaceAll(path, '')
    expect((await text(real)).replaceAll(real.slice(4), '')).toBe((await text(none)).replaceAll(none.slice(4), ''))
    for (const link of [real, none, '/en/not-me/x']) {
      const answer = await who.post(link)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/not-me'])
    }
    expect((await who.get('/en/not-me')).status).toBe(200)
  })

  test('erases the unfinished joining, and for 30 days strangers cannot make us write; they see no difference', async () => {
    const stranger = visitor(site)
    await join(site, stranger, { email, until: 'start' })
    expect((await visitor(site).post(await linkFor())).status).toBe(303)
    expect(await site.db.selectFrom('draft').selectAll().execute()).toEqual([])
    expect((await stranger.get('/en/tiktok/join/code')).status).toBe(403)
    const mails = async () => (await listMailbox(site, 500)).filter(({ to }) => to === email).length
    site.clock.moveTo('2026-12-22T10:00:00Z')
    const again = visitor(site)
    expect((await again.post('/en/tiktok/join', { name: 'X', email, statement: 'yes', terms: 'yes' })).headers.get('location'))
      .toBe('/en/tiktok/join/code')
    expect((await again.get('/en/tiktok/join/code')).status).toBe(200)
    site.clock.moveTo('2026-12-22T10:10:00Z')
    expect((await visitor(site).post('/en/sign-in', { email })).status).toBe(303)
    expect(await mails()).toBe(0)
    site.clock.moveTo('2026-12-24T10:00:00Z')
    await again.post('/en/tiktok/join', { name: 'X', email, statement: 'yes', terms: 'yes' })
    expect(await mails()).toBe(1)
  })

  test('suspends a finished joining and tells staff by the journal; the code to sign in still reaches who takes part', async () => {
    await join(site, visitor(site), { email, language: 'nl' })
    const first = (await listMailbox(site, 500)).find(({ kind }) => kind === 'join-code')!
    expect((await visitor(site).post(`/nl/not-me/${first.id}`)).status).toBe(303)
    expect(await site.db.selectFrom('suspension').select('reason').execute()).toEqual([{ reason: 'identity-disputed' }])
    const told = await site.db.selectFrom('journal_entry').select('event').where('event', 'in', ['erasure.not-me', 'guardians.suspended'])
      .orderBy('id').execute()
    expect(told).toEqual([{ event: 'erasure.not-me' }, { event: 'guardians.suspended' }])
    site.clock.moveTo('2026-11-23T10:30:00Z')
    await visitor(site).post('/en/sign-in', { email })
    expect(await codeFor(site, email)).toMatch(/^\d{6}$/)
  })

  test('of a code to sign in only voids the code and ends what was not proven: nothing is disputed by it', async () => {
    await join(site, visitor(site), { email })
    site.clock.moveTo('2026-11-23T10:30:00Z')
    const stranger = visitor(site)
    await stranger.post('/en/sign-in', { email })
    const code = await codeFor(site, email)
    await visitor(site).post(await linkFor())
    expect((await stranger.post('/en/sign-in/code', { code })).status).toBe(403)
    expect(await site.db.selectFrom('suspension').selectAll().execute()).toEqual([])
    expect(await site.db.selectFrom('mail_stop').selectAll().execute()).toEqual([])
  })

  test('of the invitation of the other parent closes it: its link sends no code any more, and the page says just that', async () => {
    await joinWithChildren(site, visitor(site), { email: 'ouder@voorbeeld.example', children: [{ otherName: 'Ander', otherEmail: email }] })
    const { text } = (await newestMail(site, email))!
    const invitation = /\/en\/guardian\/[0-9a-f-]{36}/.exec(text)![0]
    const link = /(\/en\/not-me\/[0-9a-f-]{36}\?about=guardian)/.exec(text)![1]!
    const page = await (await visitor(site).get(link)).text()
    expect(page).toContain('its link sends no more codes')
    expect(page).toContain('This is no objection')
    expect(page).not.toContain('already finished')
    site.clock.moveTo('2026-11-23T11:00:00Z')
    expect((await visitor(site).post(link)).status).toBe(303)
    const mails = async () => (await listMailbox(site, 500)).filter(({ to }) => to === email).length
    const before = await mails()
    expect(await (await visitor(site).get(invitation)).text()).toContain('This invitation is over')
    site.clock.moveTo('2026-11-23T12:00:00Z')
    expect((await visitor(site).post(invitation)).status).toBe(422)
    expect(await mails()).toBe(before)
    expect(await site.db.selectFrom('suspension').selectAll().execute()).toEqual([])
  })

  test('does nothing after a mail that is no first mail', async () => {
    await join(site, visitor(site), { email })
    const mail = await site.db.selectFrom('mail').select(['person_id', 'letter', 'queued_at']).executeTakeFirstOrThrow()
    const id = crypto.randomUUID()
    await site.db.insertInto('mail').values({ ...mail, id, kind: 'sealed-copy', once: 'x', language: 'en', message_id: id }).execute()
    await visitor(site).post(`/en/not-me/${id}`)
    expect(await site.db.selectFrom('suspension').selectAll().execute()).toEqual([])
  })
})
