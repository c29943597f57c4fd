import { afterAll, beforeAll, expect, test } from 'vitest'
import { moneyMayMoveFrom } from '#accounts/cool-down.ts'
import { reachAt } from '#participants/reach-at.ts'
import { codeFor, newestMail, testSite, visitor, type TestSite } from '../builders.ts'
import { confirmed } from '../account-builders.ts'
import { at, born, family, type Family } from '../families.ts'

let site: TestSite
let of: Family
beforeAll(async () => {
  site = await testSite({ at: '2027-12-01T10:00:00Z' })
  of = await family(site, 'ouder', '2011-05-05')
})
afterAll(() => site.close())

const flags = async () => (await site.db.selectFrom('participant_flag').select('flag').where('person_id', '=', of.child).orderBy('flag')
  .execute()).map((row) => row.flag)
const ask = (email: string, who = visitor(site)) => who.post('/en/own-access', { reference: of.reference, ...born('2011-05-05'), email })

test('an address that who represents the child had before is no own one of the child either (decision 19)', async () => {
  at(site, '2028-01-02')
  await reachAt(site.ctx(), of.parent, 'ouder.nieuw@voorbeeld.example')
  for (const email of ['ouder@voorbeeld.example', 'ouder.nieuw@voorbeeld.example']) {
    await ask(email)
    expect((await newestMail(site, email))!.text).not.toMatch(/^\s+\d{6}$/m)
  }
  expect(await flags()).toEqual([])
})

test('who came in by reference is flagged and money waits; asked once more it is answered alike and waits again', async () => {
  at(site, '2028-01-03')
  const who = visitor(site)
  await ask('eigen@voorbeeld.example', who)
  expect(await flags()).toEqual([])
  await who.post('/en/sign-in/code', { code: await codeFor(site, 'eigen@voorbeeld.example') })
  expect(await flags()).toEqual(['own-access-by-reference'])
  expect((await moneyMayMoveFrom(site.ctx(), of.child))?.toISOString().slice(0, 10)).toBe('2028-01-17')

  at(site, '2028-03-01')
  expect(await moneyMayMoveFrom(site.ctx(), of.child)).toBeUndefined()
  const answers = []
  for (const [email, reference] of [['ander@voorbeeld.example', of.reference], ['raadt@voorbeeld.example', '7K3M9QX24TPA']] as const) {
    const answer = await visitor(site).post('/en/own-access', { reference, ...born('2011-05-05'), email })
    answers.push([answer.status, answer.headers.get('location'), (await newestMail(site, email))!.text.replace(/not-me\/\S+/, '')])
  }
  expect(answers[0]).toEqual(answers[1])
  expect(await flags()).toEqual(['own-access-by-reference', 'own-access-contested'])
  expect((await moneyMayMoveFrom(site.ctx(), of.child))?.toISOString().slice(0, 10)).toBe('2028-03-15')
  at(site, '2028-03-20')
  await ask('derde@voorbeeld.example')
  expect(await moneyMayMoveFrom(site.ctx(), of.child)).toBeUndefined()
})

test('who holds many references finds no birth date by trying: wrong tries of everybody together are slow', async () => {
  at(site, '2028-04-01')
  const statuses = []
  for (let tries = 0; tries < 103; tries += 1) {
    const answer = await visitor(site)
      .post('/en/own-access', { reference: `ABCDEFGH${1000 + tries}`, ...born('2011-05-05'), email: `raad.${tries}@voorbeeld.example` })
    statuses.push(answer.status)
  }
  expect(statuses.indexOf(429)).toBe(100)
  at(site, '2028-04-01', '07:46:00Z')
  expect((await ask('na.wachten@voorbeeld.example')).status).toBe(303)
}, 120_000)

test('a device that was left open gives no child an address: who sends has proven the own one a moment ago', async () => {
  at(site, '2028-05-01')
  const child = await family(site, 'open', '2012-02-02')
  at(site, '2028-05-01', '09:00:00Z')
  const path = `/en/account/children/${child.child}`
  expect((await child.who.get(path)).status).toBe(200)
  const sent = await child.who.post(path, { email: 'dief@voorbeeld.example' })
  expect(sent.headers.get('location')).toBe(`/en/account/confirm?to=${encodeURIComponent(path.slice(3))}`)
  expect(await site.db.selectFrom('own_access_invitation').select('id').where('person_id', '=', child.child).execute()).toEqual([])
  expect((await confirmed(site, child.who, 'open@voorbeeld.example', path.slice(3))).headers.get('location')).toBe(path)
  expect((await child.who.post(path, { email: 'eigen.open@voorbeeld.example' })).headers.get('location')).toBe(path)
  expect(await newestMail(site, 'eigen.open@voorbeeld.example')).toBeDefined()
})
