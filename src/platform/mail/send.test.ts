import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDb } from '../../../test/database.ts'
import type { TestDb } from '../../../test/database.ts'
import { standingClock } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { installJobs } from '#platform/db/install-jobs.ts'
import { folderStore } from '#platform/files/folder.ts'
import { storeFile } from '#platform/files/stored.ts'
import { queueOptions, startQueue } from '#platform/jobs.ts'
import type { RunningQueue } from '#platform/jobs.ts'
import { noLog } from '#platform/log.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { ctxOf } from '#platform/world.ts'
import { findInMailbox, listMailbox } from './mailbox.ts'
import { mailboxMailer, smtpMailer } from './mailer.ts'
import { mailSend, queueMail } from './queue.ts'
import { sendMail } from './send.ts'
import { startSmtp } from './smtp.fixture.ts'
import type { TestSmtp } from './smtp.fixture.ts'

const clock = standingClock('2026-03-01T10:00:00Z')
const vault = openVault(readVaultKeys(newVaultKeys(), 'test'))
const config = { publicOrigin: 'https://joinder.example' }
const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-mail-'))
const files = folderStore(folder)

let at: TestDb
let jobs: RunningQueue
let smtp: TestSmtp
let ctx: Ctx
beforeAll(async () => {
  at = await testDb()
  await installJobs(at.ownerUrl, queueOptions([mailSend]))
  jobs = await startQueue(at.url, { log: noLog })
  smtp = await startSmtp()
})
beforeEach(() => {
  smtp.answer = {}
  smtp.taken.length = 0
  ctx = ctxOf({ db: at.db, clock, vault, jobs })
})
afterAll(async () => {
  await jobs.stop(1)
  await smtp.stop()
  await at.close()
  rmSync(folder, { recursive: true, force: true })
})

const worldWith = (mailer = smtpMailer(smtp.url, '"Foundation" <info@foundation.example>')) => ({ db: at.db, vault, files, clock, config,
  mailer })
const message = { subject: 'Your code: 123', text: 'Type 123.\n', html: '<!doctype html><p>Type 123.</p>' }

async function aPerson() {
  const personId = crypto.randomUUID()
  await vault.create(at.db, personId, clock.now())
  return personId
}
async function aMail(personId: string, once = 'code', attachments: { fileId: string; name: string }[] = []) {
  const mailId = await queueMail(ctx, { personId, once, kind: 'join-code', language: 'en', to: 'anna@example.org', message, attachments })
  return { personId, mailId: mailId as string }
}
const outcomeOf = ({ personId, mailId }: { personId: string; mailId: string }) =>
  at.db.selectFrom('mail_outcome').select(['outcome', 'reply_code']).where('person_id', '=', personId).where('mail_id', '=', mailId)
    .executeTakeFirst()

test('an accepted mail arrives whole: sender, subject, both parts, Message-ID at our host, attachments', async () => {
  const personId = await aPerson()
  const { id } = await storeFile({ db: at.db, vault, files, clock }, personId,
    { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-x') })
  const mail = await aMail(personId, 'copy', [{ fileId: id, name: 'mandate.pdf' }])
  await sendMail(worldWith(), mail)
  const parsed = await PostalMime.parse(smtp.taken[0] as Buffer)
  expect(parsed).toMatchObject({
    subject: 'Your code: 123', from: { name: 'Foundation', address: 'info@foundation.example' }, to: [{ address: 'anna@example.org' }],
    messageId: `<${mail.mailId}@joinder.example>`, date: '2026-03-01T10:00:00.000Z',
  })
  expect(parsed.text).toContain('Type 123.')
  expect(parsed.html).toContain('<p>Type 123.</p>')
  expect(parsed.attachments[0]).toMatchObject({ filename: 'mandate.pdf', mimeType: 'application/pdf' })
  expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).toString()).toBe('%PDF-x')
  expect(await outcomeOf(mail)).toEqual({ outcome: 'accepted', reply_code: null })
  await sendMail(worldWith(), mail)
  expect(smtp.taken).toHaveLength(1)
})

test('the same occasion is mailed once, also by two acts at the same moment', async () => {
  const personId = await aPerson()
  const ids = await Promise.all([1, 2, 3].map(() => aMail(personId, 'welcome')))
  expect(ids.filter(({ mailId }) => mailId !== undefined)).toHaveLength(1)
})

test.each([
  ['the address', { rcpt: 550 }, 550],
  ['the content', { data: 554 }, 554],
])('a final refusal of %s ends the mail with its reply code', async (_what, answer, code) => {
  const mail = await aMail(await aPerson())
  smtp.answer = answer
  await sendMail(worldWith(), mail)
  expect(await outcomeOf(mail)).toEqual({ outcome: 'refused', reply_code: code })
})

test.each([
  ['a full mailbox', { rcpt: 452 }],
  ['a busy server', { data: 451 }],
  ['a sender that is refused: our setting, not the reader', { mail: 550 }],
])('%s is no decision: it throws, and the repetition has the same Message-ID', async (_what, answer) => {
  const mail = await aMail(await aPerson())
  smtp.answer = answer
  await expect(sendMail(worldWith(), mail)).rejects.toThrow()
  expect(await outcomeOf(mail)).toBeUndefined()
  smtp.answer = {}
  await sendMail(worldWith(), mail)
  expect((await PostalMime.parse(smtp.taken.at(-1) as Buffer)).messageId).toBe(`<${mail.mailId}@joinder.example>`)
  expect(await outcomeOf(mail)).toMatchObject({ outcome: 'accepted' })
})

test('when the server took the mail but the connection broke before its answer, the repetition is recognisable', async () => {
  const mail = await aMail(await aPerson())
  smtp.answer = { hangUpAfterData: true }
  await expect(sendMail(worldWith(), mail)).rejects.toThrow()
  smtp.answer = {}
  await sendMail(worldWith(), mail)
  const ids = await Promise.all(smtp.taken.map(async (raw) => (await PostalMime.parse(raw)).messageId))
  expect(ids).toEqual([ids[0], ids[0]])
})

test('a mail to somebody who has been erased is not sent and is no failure', async () => {
  const personId = await aPerson()
  const mail = await aMail(personId)
  await vault.erase(at.db, personId, 'asked', clock.now())
  await sendMail(worldWith(), mail)
  expect(await outcomeOf(mail)).toMatchObject({ outcome: 'erased' })
  expect(smtp.taken).toEqual([])
})

test('without a mail server it waits in the local mailbox, newest first, and in the database nobody can read it', async () => {
  const first = await aMail(await aPerson())
  clock.moveTo('2026-03-01T11:00:00Z')
  ctx = ctxOf({ db: at.db, clock, vault, jobs })
  const second = await aMail(await aPerson())
  await sendMail(worldWith(mailboxMailer), second)
  const listed = await listMailbox({ db: at.db, vault })
  expect(listed[0]).toMatchObject({ id: second.mailId, to: 'anna@example.org', subject: 'Your code: 123', outcome: 'accepted' })
  expect(listed.find(({ id }) => id === first.mailId)).toBeDefined()
  expect(await findInMailbox({ db: at.db, vault, files }, second.mailId)).toMatchObject({ text: 'Type 123.\n', attachments: [] })
  const rows = await at.db.selectFrom('mail').selectAll().execute()
  expect(Buffer.concat(rows.map((row) => row.letter)).includes('anna@example.org')).toBe(false)
})

// The last one: from here on a worker takes every mail that is queued.
test('a mail server that is away for a while costs no mail', async () => {
  await smtp.stop()
  const world = worldWith()
  await jobs.work(mailSend, (payload) => sendMail(world, payload))
  const mail = await aMail(await aPerson())
  const tried = async () => (await at.db.withSchema('pgboss').selectFrom('job' as never).selectAll()
    .where('state' as never, '=', 'retry' as never).execute()).length > 0
  while (!(await tried())) await pause(50)
  expect(await outcomeOf(mail)).toBeUndefined()
  await smtp.start()
  while (!(await outcomeOf(mail))) await pause(100)
  expect(await outcomeOf(mail)).toMatchObject({ outcome: 'accepted' })
}, 120_000)
