import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeFor, join, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { storeFile } from '#platform/files/stored.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { sendMail } from '#platform/mail/send.ts'
import { revoke } from '#mandates/revoke.ts'
import { inAccount } from './account-builders.ts'
import { child, joinFamily, personAt } from './families.ts'

let site: TestSite
const family = { email: 'ouder@voorbeeld.example', parent: '', noor: '', sem: '' }
let parent: Visitor
let other: Visitor
let nobody: Visitor

beforeAll(async () => {
  site = await testSite()
  const { parent: parentId, joined } = await joinFamily(site, visitor(site),
    { email: family.email, children: [child('Noor Voorbeeld', '2015-05-05'), child('Sem Voorbeeld', '2010-03-01')] })
  Object.assign(family, { parent: parentId, noor: joined[1], sem: joined[2] })
  await join(site, visitor(site), { email: 'ander@voorbeeld.example', claim: 'zoom' })
  parent = await inAccount(site, family.email)
  other = await inAccount(site, 'ander@voorbeeld.example')
  nobody = visitor(site)
})
afterAll(() => site.close())

const status = async (who: Visitor, path: string) => (await who.get(path)).status
const text = async (who: Visitor, path: string) => (await (await who.get(path)).text()).replaceAll(/<!--.*?-->/g, '')
const store = async (personId: string,
  kind: string) => (await storeFile(site, personId, { kind, mediaType: 'application/pdf', bytes: Buffer.from(`%PDF ${kind}`) })).id

/** Writes the seal of the newest mandate of a person, without making the document. */
async function seal(personId: string) {
  const mandate = await site.db.selectFrom('mandate').select('id').where('person_id', '=', personId).orderBy('granted_at', 'desc')
    .executeTakeFirstOrThrow()
  const fileId = await store(personId, 'mandate')
  await site.db.insertInto('seal').values({
    person_id: personId, mandate_id: mandate.id, file_id: fileId, sha256: Buffer.alloc(32, 7), level: 'B-B',
    certificate_sha256: Buffer.alloc(32), test_certificate: true, sealed_at: site.clock.now(),
  }).execute()
  return { fileId, mandateId: mandate.id }
}

describe('documents by audience', () => {
  test('what was signed, with its state, by the person it belongs to', async () => {
    const mine = await seal(family.parent)
    const noors = await seal(family.noor)
    const html = await text(parent, '/en/account/documents')
    for (const { fileId, person } of [{ ...mine, person: family.parent }, { ...noors, person: family.noor }]) expect(html)
      .toContain(`/en/account/documents/${person}/${fileId}`)
    expect(html).toContain('evidence.json')
    expect(html).toContain('<strong>In force</strong>')
    expect(html).toContain('TikTok claim: being sealed, ready within a few minutes')
    await revoke(site.ctx(), family.noor, { claim: 'tiktok', kinds: ['power-of-attorney'], reason: 'revoked', effectiveOn: '2026-11-23' })
    expect(await text(parent, '/en/account/documents')).toContain('Partly ended: power of attorney since 23 November 2026')
    await revoke(site.ctx(), family.noor, { claim: 'tiktok', reason: 'revoked', effectiveOn: '2026-11-23' })
    const ended = await text(parent, '/nl/account/documents')
    expect(ended).toContain('Ingetrokken, geëindigd op 23 november 2026')
    expect(ended).toContain(`/nl/account/documents/${family.noor}/${noors.fileId}`)
    expect([await status(parent, `/en/account/documents/${family.noor}/${noors.fileId}`),
      await status(other, `/en/account/documents/${family.noor}/${noors.fileId}`),
      await status(nobody, `/en/account/documents/${family.noor}/${noors.fileId}`)]).toEqual([200, 404, 403])
  })

  test('public ones lead to the claim, those for participants only to people who take part; who published what and when stands with each',
    async () => {
    const html = await text(parent, '/en/account/documents')
    expect(html).toContain('For participants of the TikTok claim')
    expect(html).toContain('href="/en/account/documents/of/tiktok/how-we-inform"')
    expect(html).toContain('href="/en/tiktok/documents/complaint-letter"')
    expect(html).toMatch(/Dated 1 July 2026\. Published here by SOMI on \d+ \w+ \d{4}\./)
    expect(await text(other, '/en/account/documents')).not.toContain('how-we-inform')
  })

  test('a document for participants opens for participants of that claim only, also for who acts for a child in it, and never in public',
    async () => {
    const path = '/account/documents/of/tiktok/how-we-inform'
    expect(await text(parent, `/en${path}`)).toContain('How we keep participants informed in this claim')
    expect(await text(parent, `/nl${path}`)).toContain('Hoe we deelnemers aan deze claim op de hoogte houden')
    expect([await status(other, `/en${path}`), await status(nobody, `/en${path}`),
      await status(nobody, '/en/tiktok/documents/how-we-inform'), await status(parent, '/en/tiktok/documents/how-we-inform')])
      .toEqual([404, 403, 404, 404])
    expect((await parent.get(`/en${path}`)).headers.get('cache-control')).toBe('no-store')
    expect(await status(parent, '/en/account/documents/of/zoom/how-we-inform')).toBe(404)
    expect(await (await nobody.get('/sitemap.xml')).text()).not.toContain('how-we-inform')
    await joinFamily(site, visitor(site),
      { email: 'alleen-kind@voorbeeld.example', forWhom: 'children', children: [child('Bo Voorbeeld', '2016-01-01')] })
    expect(await status(await inAccount(site, 'alleen-kind@voorbeeld.example'), `/en${path}`)).toBe(200)
    await site.db.insertInto('participation_end')
      .values({ person_id: await bo(), claim: 'tiktok', round: 1, kind: 'withdrawn', channel: 'account', notice: Buffer.from('x'),
      noticed_at: site.clock.now(), effective_on: '2026-11-23' }).execute()
    const left = await inAccount(site, 'alleen-kind@voorbeeld.example')
    expect(await status(left, `/en${path}`)).toBe(404)
    expect(await text(left, '/en/account')).toContain('For Bo: TikTok claim, withdrawn on 23 November 2026.')
    expect(await text(left, '/en/account')).toContain('You no longer take part in a claim.')
  })
  const bo = async () => (await site.db.selectFrom('representation').select('person_id')
    .where('representative_id', '=', await personAt(site, 'alleen-kind@voorbeeld.example')).executeTakeFirstOrThrow()).person_id

  test('of a child of 16 the representative sees what was signed and no answer about its data; under 16 both (GD-07)', async () => {
    for (const [personId, seen] of [[family.noor, 200], [family.sem, 404], [family.parent, 200]] as const) {
      const [reply, receipt] = [await store(personId, 'access-reply'), await store(personId, 'receipt-withdrawn')]
      const at = (file: string) => `/en/account/documents/${personId}/${file}`
      expect([personId, await status(parent, at(reply)), await status(parent, at(receipt)), await status(other, at(receipt))])
        .toEqual([personId, seen, 200, 404])
      expect((await text(parent, '/en/account/documents')).includes(at(reply))).toBe(seen === 200)
    }
  })

  test('the archive of everything is not among the documents: it asks for a fresh proof where it is made', async () => {
    const archive = await store(family.parent, 'archive')
    expect(await status(parent, `/en/account/documents/${family.parent}/${archive}`)).toBe(404)
    expect(await text(parent, '/en/account/documents')).not.toContain(archive)
  })

  test('a child whose representation ended is out of reach at once, and so is everything of it', async () => {
    const receipt = await store(family.sem, 'receipt-withdrawn')
    site.clock.moveTo('2028-02-29T22:59:59Z')
    const before = await inAccount(site, family.email)
    expect(await status(before, `/en/account/documents/${family.sem}/${receipt}`)).toBe(200)
    site.clock.moveTo('2028-02-29T23:00:00Z')
    expect(await status(before, `/en/account/documents/${family.sem}/${receipt}`)).toBe(404)
    expect(await text(before, '/en/account')).not.toContain('Sem')
    site.clock.moveTo('2026-11-23T10:00:00Z')
  })
})

describe('messages', () => {
  const mail = async (personId: string, to: string, subject: string, text = 'Hello',
    attachments: { fileId: string; name: string }[] = []) =>
    (await queueMail(site.ctx(),
      { personId, once: `test:${subject}`, kind: 'notice', language: 'en', to, message: { subject, text, html: `<p>${text}</p>` },
      attachments }))!

  test('are listed as they were sent, with what became of them, and open with text, HTML and attachments', async () => {
    const file = await store(family.parent, 'mandate')
    const id = await mail(family.parent, family.email, 'Your papers', 'Here they are.', [{ fileId: file, name: 'papers.pdf' }])
    expect(await text(parent, '/en/account/messages')).toMatch(/Your papers.*waiting to be sent/s)
    await sendMail({ ...site, mailer: { send: async () => ({ accepted: true as const }) } } as never,
      { personId: family.parent, mailId: id })
    const at = `/en/account/messages/${family.parent}/${id}`
    expect(await text(parent, '/en/account/messages')).toMatch(/Your papers.*delivered to your mail server/s)
    const one = await text(parent, at)
    for (const words of ['Here they are.', 'papers.pdf', family.email]) expect(one).toContain(words)
    const html = await parent.get(`${at}/html`)
    expect([html.status, await html.text(), html.headers.get('content-security-policy')])
      .toEqual([200, '<p>Here they are.</p>', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"])
    const attached = await parent.get(`${at}/attachments/0`)
    expect([attached.status, await attached.text(), attached.headers.get('cache-control')])
      .toEqual([200, '%PDF mandate', 'private, no-store'])
    expect(await status(parent, `${at}/attachments/1`)).toBe(404)
    for (const path of [at, `${at}/html`, `${at}/attachments/0`]) expect([await status(other, path), await status(nobody, path)])
      .toEqual([404, 403])
    expect(await status(parent, `/en/account/messages/${family.noor}/${id}`)).toBe(404)
  })

  test('none holds a code: neither in the list nor by its address', async () => {
    site.clock.moveTo('2026-11-23T12:00:00Z')
    await visitor(site).post('/en/sign-in', { email: family.email })
    const code = await codeFor(site, family.email)
    const html = await text(parent, '/en/account/messages')
    expect(html).not.toContain(code)
    const coded = await site.db.selectFrom('mail').select('id').where('person_id', '=', family.parent).where('once', 'like', 'code:%')
      .execute()
    expect(coded.length).toBeGreaterThan(1)
    for (const { id } of coded) expect([html.includes(id), await status(parent, `/en/account/messages/${family.parent}/${id}`)])
      .toEqual([false, 404])
  })

  test('what a child was sent at its own address its parent does not read, and the other way round', async () => {
    const own = 'sem@voorbeeld.example'
    const toChild = await mail(family.sem, own, 'For Sem alone')
    const toParent = await mail(family.sem, family.email, 'For the parent of Sem')
    await mail(family.noor, family.email, 'For the parent of Noor')
    const list = await text(parent, '/en/account/messages')
    // Sem is 16: the mails of that file are Sem's (GD-07). Those about Noor of 11 are the parent's.
    expect(['For Sem alone', 'For the parent of Sem', 'For the parent of Noor'].map((subject) => list.includes(subject)))
      .toEqual([false, false, true])
    expect(await status(parent, `/en/account/messages/${family.sem}/${toChild}`)).toBe(404)
    const safe = await site.vault.open(site.db, family.sem)
    await site.db.updateTable('participant')
      .set({ email: safe.seal('participant.email', own), email_index: site.vault.index('email', own) }).where('person_id', '=', family.sem)
      .execute()
    const sem = await inAccount(site, own)
    expect(await status(sem, `/en/account/messages/${family.sem}/${toChild}`)).toBe(200)
    expect(await status(sem, `/en/account/messages/${family.sem}/${toParent}`)).toBe(404)
    expect(await text(sem, '/en/account')).toContain('You take part. Your parent or guardian signed for you.')
    expect(await status(sem, `/en/account/documents/${family.parent}/${await store(family.parent, 'mandate')}`)).toBe(404)
  })
})
