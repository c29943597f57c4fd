import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFirstLink } from '#organisers/entrance/first-link.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import { transact } from '#platform/world.ts'
import { optionsAt, wait } from '../account-builders.ts'
import { codeFor, testSite, visitor, type TestSite } from '../builders.ts'
import { passkeyDevice } from '../passkey-device.ts'
import { keptLog } from './kept-log.ts'
import { dump, readable } from './stolen.ts'

/** What a stolen database or a log must not tell of the people who work at the desk, nor what they write (SE-03). */
const first = { name: 'Dieuwertje Hooghartig-Spoorzoeker', email: 'dieuwertje.spoorzoeker@kantoor-voorbeeld.example' }
const second = { name: 'Evarist Nachtegalenpark', email: 'evarist.nachtegalenpark@kantoor-voorbeeld.example' }
const note = 'Mevrouw Zonnebloem belde over haar verhuizing naar Appelscha'
const words = [
  first.name, 'Dieuwertje', first.email, 'kantoor-voorbeeld', second.name, 'Nachtegalenpark', second.email, note,
  'Zonnebloem', 'Appelscha',
]

let site: TestSite
let token: string
let link: string
const { log, lines } = keptLog()
beforeAll(async () => {
  site = await testSite({ log })
  link = (await transact(site, makeFirstLink))!
  const who = visitor(site)
  await who.post(`/en/desk/first/${link}`, first)
  await who.post('/en/desk/sign-in/code', { code: await codeFor(site, first.email) })
  await who.post('/en/desk/passkey', { answer: passkeyDevice().add(await optionsAt(who, '/en/desk/passkey/options')) })
  const invited = await who.post('/en/desk/organisers/invite', { ...second, language: 'en', 'role-lawyer': 'yes' })
  const page = invited.headers.get('location')!.split('?')[0]!
  for (const act of ['roles', 'invite-again']) expect((await who.post(page, { act, 'role-auditor': 'yes' })).status).toBe(303)
  wait(site, 2)
  const other = visitor(site)
  await other.post('/en/desk/sign-in', { email: second.email })
  await other.post('/en/desk/sign-in/code', { code: await codeFor(site, second.email) })
  for (const act of ['suspend', 'lift', 'reset']) expect((await who.post(page, { act })).status).toBe(303)
  await visitor(site).post('/en/desk/sign-in', { email: 'onbekend.kantoor-voorbeeld@elders.example' })
  await who.post('/en/desk/organisers/invite', { name: second.name, email: `${second.email} niet`, language: 'en' })
  const chief = (await listOrganisers(site.ctx())).find(({ name }) => name === first.name)!
  await transact(site, (ctx) => propose(ctx, { act: 'erasure', subject: {}, note }), `organiser:${chief.personId}`)
  token = who.cookies.get('session-desk')!
})
afterAll(() => site.close())

test('names, addresses and notes are sealed: not plain, not in hex, not in base64', async () => {
  const text = await dump(site)
  expect(text).toContain('organiser')
  expect((await listOrganisers(site.ctx())).map(({ name }) => name).sort()).toEqual([first.name, second.name])
  expect(readable(text, words)).toEqual([])
})

test('neither the first link nor a token of the desk stands anywhere', async () => {
  const text = await dump(site)
  expect([token.length, link.length]).toEqual([43, 43])
  expect(readable(text, [token, link])).toEqual([])
})

test('the log at level debug tells nothing of them either, and not the path of the link', () => {
  const log = lines.join('')
  expect(log).toContain('/desk/first/:token')
  expect(words.filter((word) => log.includes(word) || log.includes(encodeURIComponent(word)))).toEqual([])
  expect([log.includes(link), log.includes(token)]).toEqual([false, false])
})

test('an address at the desk and the same one in an account have nothing in common in the database', () => {
  expect(site.vault.index('organiser-email', first.email)).not.toEqual(site.vault.index('email', first.email))
})
