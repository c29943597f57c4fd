import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { suspend } from '#guardians/suspend.ts'
import { record } from '#journal/record.ts'
import { flag } from '#participants/flag.ts'
import { storeFile } from '#platform/files/stored.ts'
import { inAccount } from './account-builders.ts'
import { join, newestMail, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { family, personAt } from './families.ts'

let site: TestSite
let handler: DeskVisitor
let auditor: DeskVisitor
let treasurer: DeskVisitor
let personId: string
const email = 'dossier@voorbeeld.example'
beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email })
  personId = await personAt(site, email)
  site.clock.moveTo('2026-11-23T11:00:00Z')
  handler = await deskVisitor(site, ['case-handler'], { name: 'Behandelaar Voorbeeld' })
  auditor = await deskVisitor(site, ['auditor'])
  treasurer = await deskVisitor(site, ['treasurer'])
})
afterAll(() => site.close())

const at = (path = '', person = personId) => `/en/desk/people/${person}${path}`
const page = async (who: DeskVisitor, path = '', person = personId) => (await who.get(at(path, person))).text()
const journal = async (event: string, person = personId) => site.db.selectFrom('journal_entry').select(['actor', 'facts']).where('event',
  '=', event as never)
  .where('person_id', '=', person).execute()
const minutes = (by: number) => site.clock.moveTo(new Date(site.clock.now().getTime() + by * 60_000).toISOString())
const explanation = 'We looked at your papers and this is why.'

describe('the record of somebody', () => {
  test('tells the facts, the claim with state and reference, the fee and what happened, by whom', async () => {
    const html = await page(handler)
    for (const words of ['Voorbeeld Deelnemer', '27 March 1994', '32 years old', 'Voorbeeldstraat 1', email, 'TikTok', 'Takes part',
      '€17.50', 'not sealed yet',
      'The participant']) expect(html).toContain(words)
  })

  test('is journaled once for each organiser, person and hour, whoever opens it', async () => {
    const before = (await journal('casework.opened')).length
    for (let time = 0; time < 3; time += 1) await auditor.get(at())
    expect((await journal('casework.opened')).slice(before)).toEqual([{ actor: `organiser:${auditor.organiser.personId}`, facts: {} }])
    minutes(61)
    await auditor.get(at())
    expect((await journal('casework.opened')).length).toBe(before + 2)
  })

  test('nobody is found under no id, another kind of id, or after erasure; what is locked is not told', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000', handler.organiser.personId]) expect((await handler.get(at('',
      id))).status).toBe(404)
    const other = 'gewist@voorbeeld.example'
    await join(site, visitor(site), { email: other })
    const gone = await personAt(site, other)
    expect((await handler.get(at('', gone))).status).toBe(200)
    const account = await inAccount(site, other)
    await handler.post(at('/notes', gone), { text: 'Belde over de termijn.' })
    await handler.post(at('/tasks', gone), { kind: 'call', to: 'case-handler', text: 'Terugbellen' })
    expect((await account.post(`/en/account/my-data/${gone}/erase/confirm`, { sure: 'yes' })).status).toBe(303)
    expect((await handler.get(at('', gone))).status).toBe(404)
    expect((await handler.post(at('/notes', gone), { text: 'Nog een.' })).status).toBe(404)
    for (const table of ['case_text', 'case_note', 'case_task'] as const)
      expect(await site.db.selectFrom(table).selectAll().where('person_id', '=', gone).execute()).toEqual([])
  })

  test('older entries are on further pages, by key', async () => {
    for (let entry = 0; entry < 30; entry += 1) await record(site.ctx(), 'mandates.sealed', personId, { entry })
    const [, older] = /href="([^"]+before=\d+[^"]*)"/.exec(await page(handler)) ?? []
    const next = await (await handler.get(older!)).text()
    expect(next).toContain('To the newest')
    expect((await handler.get(at('?before=1'))).status).toBe(200)
    expect((await handler.get(at('?before=x'))).status).toBe(200)
  })
})

describe('what needs a stated reason', () => {
  test('notes, mails, files and former values open for half an hour, for one organiser and person, and leave a trace', async () => {
    const other = await deskVisitor(site, ['lawyer'])
    expect((await handler.post(at('/notes'), { text: 'Heeft een nieuw telefoonnummer.' })).status).toBe(303)
    const file = await storeFile(site, personId, { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })
    const zip = await storeFile(site, personId, { kind: 'archive', mediaType: 'application/zip', bytes: Buffer.from('PK') })
    expect(await page(handler)).not.toContain('nieuw telefoonnummer')
    expect((await handler.get(at(`/files/${file.id}`))).headers.get('location')).toContain('/read')
    expect((await handler.post(at('/read'), { reason: 'curiosity' })).status).toBe(422)
    expect((await handler.post(at('/read'), { reason: 'other' })).status).toBe(422)
    expect((await handler.post(at('/read'), { reason: 'question', words: 'Vroeg wat hij tekende' })).status).toBe(303)
    const open = await page(handler)
    expect(open).toContain('nieuw telefoonnummer')
    const [, mail] = /\/mails\/([0-9a-f-]{36})/.exec(open) ?? []
    if (mail) expect(await page(handler, `/mails/${mail}`)).toContain('Voorbeeld')
    expect((await handler.get(at(`/files/${file.id}`))).headers.get('content-type')).toBe('application/pdf')
    expect((await handler.get(at(`/files/${zip.id}`))).status).toBe(404)
    expect(await page(other)).not.toContain('nieuw telefoonnummer')
    expect(await journal('casework.read')).toMatchObject([{ actor: `organiser:${handler.organiser.personId}`,
      facts: { reason: 'question' } }])
    minutes(31)
    expect(await page(handler)).not.toContain('nieuw telefoonnummer')
    expect((await handler.get(at(`/files/${file.id}`))).status).toBe(303)
  })

  test('closes at once with the role that opened it', async () => {
    const other = await deskVisitor(site, ['lawyer'])
    await other.post(at('/read'), { reason: 'complaint' })
    expect(await page(other)).toContain('nieuw telefoonnummer')
    await site.db.updateTable('organiser_role').set({ role: 'treasurer' }).where('person_id', '=', other.organiser.personId).execute()
    expect(await page(other)).not.toContain('nieuw telefoonnummer')
  })

  test('treasurer and auditor read no free text and get to nothing that opens it', async () => {
    for (const who of [treasurer, auditor]) {
      expect(await page(who)).not.toContain('/read')
      for (const path of ['/read', `/mails/${personId}`, `/files/${personId}`]) expect((await who.get(at(path))).status).toBe(403)
      expect((await who.post(at('/read'), { reason: 'question' })).status).toBe(403)
    }
    expect((await treasurer.post(at('/notes'), { text: 'Betaling besproken.' })).status).toBe(303)
    expect((await auditor.post(at('/notes'), { text: 'x' })).status).toBe(403)
  })
})

describe('notes and tasks', () => {
  test('a note is struck with a reason, once, and stays', async () => {
    await handler.post(at('/notes'), { text: 'Hoort bij een ander.' })
    const { id } = await site.db.selectFrom('case_note').select('id').where('person_id', '=', personId).orderBy('written_at',
      'desc').executeTakeFirstOrThrow()
    expect((await handler.post(at(`/notes/${id}/strike`), {})).status).toBe(422)
    expect((await handler.post(at(`/notes/${id}/strike`), { reason: 'wrong-person' })).status).toBe(303)
    expect((await handler.post(at(`/notes/${id}/strike`), { reason: 'wrong-person' })).status).toBe(422)
    expect(await page(handler)).toContain('about somebody else')
    expect((await handler.post(at('/notes'), { text: '   ' })).status).toBe(422)
  })

  test('a task is for a role or an organiser, by a day computed or chosen, and is done and undone', async () => {
    expect((await handler.post(at('/tasks'), { kind: 'call', to: 'case-handler' })).status).toBe(303)
    expect((await handler.post(at('/tasks'), { kind: 'write', to: handler.organiser.personId, 'due-day': '31', 'due-month': '12',
      'due-year': '2026' })).status).toBe(303)
    for (const wrong of [{ kind: 'call' }, { kind: 'dance', to: 'lawyer' }, { kind: 'call', to: 'auditor' }, { kind: 'call', to: personId },
      { kind: 'call', to: 'lawyer', 'due-day': '31', 'due-month': '2', 'due-year': '2027' }, { kind: 'call', to: 'lawyer', 'due-day': '1',
        'due-month': '1', 'due-year': '2020' }]) {
      expect((await handler.post(at('/tasks'), wrong as never)).status).toBe(422)
    }
    const mine = await (await handler.get('/en/desk/tasks')).text()
    expect([mine.includes('31 December 2026'), mine.includes('>Call<')]).toEqual([true, false])
    expect(await (await handler.get('/en/desk/tasks?of=roles')).text()).toContain('>Call<')
    const { id } = await site.db.selectFrom('case_task').select('id').where('kind', '=', 'write').executeTakeFirstOrThrow()
    expect((await handler.post(at(`/tasks/${id}`), { done: 'yes', back: 'tasks' })).headers.get('location')).toBe('/en/desk/tasks')
    expect(await (await handler.get('/en/desk/tasks')).text()).not.toContain('31 December 2026')
    await handler.post(at(`/tasks/${id}`), { done: 'no' })
    expect(await (await handler.get('/en/desk/tasks')).text()).toContain('31 December 2026')
    expect((await journal('casework.task-undone')).length).toBe(1)
  })

  test('a long list of tasks goes on by key', async () => {
    for (let task = 0; task < 55; task += 1) await handler.post(at('/tasks'), { kind: 'other', to: 'lawyer' })
    const [, next] = /href="([^"]+after=[^"]+)"/.exec(await (await handler.get('/en/desk/tasks?of=all')).text()) ?? []
    const html = await (await handler.get(next!.replaceAll('&amp;', '&'))).text()
    expect(html).toContain('Something else')
    expect(html).not.toContain('after=')
  })
})

describe('decisions through the desk', () => {
  test('exclude with a ground and an explanation, told by mail and in the account; taken back', async () => {
    const to = at('/decide/exclude?of=tiktok')
    expect(await page(handler, '/decide/exclude?of=tiktok')).toContain('Exclude from')
    for (const wrong of [{}, { reason: 'abuse' }, { reason: 'abuse', explanation: 'too short' }, { reason: 'harmless',
      explanation }]) expect((await handler.post(to, wrong as never)).status).toBe(422)
    expect((await handler.post(to, { reason: 'outside-group', explanation })).status).toBe(303)
    expect((await newestMail(site, email))?.text.replace(/\s+/g, ' ')).toContain(explanation)
    expect(await (await (await inAccount(site, email)).get('/en/account')).text()).toContain('We excluded you from this claim')
    expect(await page(handler)).toContain('Outside the group of this claim')
    const { id } = await site.db.selectFrom('decision').select('id').where('kind', '=', 'exclude').executeTakeFirstOrThrow()
    minutes(1)
    expect((await handler.post(at(`/decisions/${id}/undo`), { reason: 'mistake', explanation: '' })).status).toBe(422)
    expect((await handler.post(at(`/decisions/${id}/undo`), { reason: 'mistake', explanation })).status).toBe(303)
    expect(await (await (await inAccount(site, email)).get('/en/account')).text()).not.toContain('We excluded you')
    expect((await newestMail(site, email))?.text.replace(/\s+/g, ' ')).toContain('The reason: we made a mistake.')
  })

  test('lift the objection of the other parent, settle a flag; what does not exist is not found', async () => {
    const { child } = await family(site, 'loket', '2015-05-05')
    const id = await suspend(site.ctx(), child, 'custody-objection')
    await flag(site.ctx(), child, 'own-access-contested')
    expect(await page(handler, '', child)).toContain('The other parent objects.')
    expect((await handler.get(at('/decide/lift?of=00000000-0000-4000-8000-000000000000', child))).status).toBe(404)
    for (const path of ['/decide/lift', '/decide/nothing', '/decide/exclude?of=zoom', '/decide/resolve-flag?of=plus-alias']) expect([path,
      (await handler.get(at(path, child))).status]).toEqual([path, 404])
    minutes(1)
    expect((await handler.post(at(`/decide/lift?of=${id}`, child), { reason: 'settled', explanation })).status).toBe(303)
    expect((await handler.post(at('/decide/resolve-flag?of=own-access-contested', child), { reason: 'explained' })).status).toBe(303)
    expect(await (await (await inAccount(site, 'loket@voorbeeld.example')).get('/en/account')).text()).not.toContain('on hold since')
  })
})

describe('a deficiency notice through desk and account', () => {
  test('is sent, seen in the account, answered, extended and concluded', async () => {
    const other = 'herstel@voorbeeld.example'
    await join(site, visitor(site), { email: other })
    const person = await personAt(site, other)
    expect((await handler.post(at('/deficiency/tiktok', person), { days: '30' })).status).toBe(422)
    expect((await handler.post(at('/deficiency/tiktok', person), { 'defect-name-mismatch': 'yes', days: '29' })).status).toBe(422)
    expect((await handler.get(at('/deficiency/zoom', person))).status).toBe(404)
    minutes(1)
    expect((await handler.post(at('/deficiency/tiktok', person), { 'defect-name-mismatch': 'yes', 'defect-other': 'yes',
      addition: 'Your second name is missing.', days: '30' })).status).toBe(303)
    const account = await inAccount(site, other)
    const home = await (await account.get('/en/account')).text()
    expect(home).toContain('something in your details is not right')
    const [, link] = /href="([^"]*\/account\/deficiencies\/[^"]+)"/.exec(home) ?? []
    const mend = await (await account.get(link!)).text()
    for (const words of ['does not match the papers', 'Your second name is missing.', 'Correct the details',
      'You have until']) expect(mend).toContain(words)
    expect((await (await inAccount(site, email)).get(link!)).status).toBe(404)
    expect((await account.post(link!, { answer: 'mended', words: '' })).status).toBe(422)
    expect((await account.post(link!, { answer: 'mended', words: 'I added it.' })).status).toBe(303)
    const notice = at(`/deficiencies/${link!.split('/').at(-1)}`, person)
    const seen = await (await handler.get(notice)).text()
    expect([seen.includes('Says that it is mended'), seen.includes('I added it.')]).toEqual([true, false])
    await handler.post(at('/read', person), { reason: 'deficiency' })
    expect(await (await handler.get(notice)).text()).toContain('I added it.')
    expect((await handler.post(`${notice}/extend`, { more: '0', because: 'asked' })).status).toBe(422)
    expect((await handler.post(`${notice}/extend`, { more: '14', because: 'asked' })).status).toBe(303)
    expect((await handler.post(`${notice}/conclude`, { outcome: 'not-cured.no-answer', explanation })).status).toBe(422)
    expect((await handler.post(`${notice}/conclude`, { outcome: 'cured.mended' })).status).toBe(303)
    expect(await (await account.get(link!)).text()).toContain('This is closed')
    expect(await (await account.get('/en/account')).text()).not.toContain('is not right')
    expect((await auditor.get(notice)).status).toBe(200)
    expect(await (await auditor.get(notice)).text()).not.toContain('I added it.')
  })
})
