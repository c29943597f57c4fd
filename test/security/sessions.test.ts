import { codesAtOncePerBlock } from '#identity/issue-code.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { asApp } from '#platform/db/open.ts'
import { codeFor, join, newestMail, testSite, visitor, type TestSite } from '../builders.ts'
import { connected } from '../database.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const start = (email: string) => ({ name: 'Jan', email, statement: 'yes', terms: 'yes' })
const personOf = async (email: string) =>
  (await site.db.selectFrom('draft').select('person_id').where('email_index', '=', site.vault.index('email', email))
    .executeTakeFirstOrThrow()).person_id
const wrongFor = async (email: string) => ((await codeFor(site, email)) === '000000' ? '000001' : '000000')

describe('the session', () => {
  test('gets a new token when the address is proven; the old one is dead', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'sessie@voorbeeld.example', until: 'start' })
    const before = who.cookies.get('session')!
    await who.post('/en/tiktok/join/code', { code: await codeFor(site, 'sessie@voorbeeld.example') })
    const after = who.cookies.get('session')!
    expect(after).not.toBe(before)
    const old = (path: string) => site.app.request(path, { headers: { host: 'localhost:8080', cookie: `session=${before}` } })
    expect((await old('/en/tiktok/join/details')).status).toBe(403)
    expect((await old('/en/tiktok/join/code')).status).toBe(403)
    expect((await who.get('/en/tiktok/join/details')).status).toBe(200)
  })

  test('gets a new token at sign-in, and none is left after signing out', async () => {
    await join(site, visitor(site), { email: 'inlog@voorbeeld.example' })
    site.clock.moveTo('2026-11-23T10:10:00Z')
    const who = visitor(site)
    await who.post('/en/sign-in', { email: 'inlog@voorbeeld.example' })
    const before = who.cookies.get('session')!
    expect((await who.get('/en/account')).status).toBe(403)
    await who.post('/en/sign-in/code', { code: await codeFor(site, 'inlog@voorbeeld.example') })
    const proven = who.cookies.get('session')!
    expect(proven).not.toBe(before)
    const asks = (token: string) => site.app.request('/en/account', { headers: { host: 'localhost:8080', cookie: `session=${token}` } })
    expect([(await asks(before)).status, (await asks(proven)).status]).toEqual([403, 200])
    const out = await who.post('/en/sign-out')
    expect(out.headers.getSetCookie()[0]).toMatch(/^session=;.*Max-Age=0/)
    expect((await asks(proven)).status).toBe(403)
  })

  test('a token somebody put into the browser beforehand is never taken over', async () => {
    const who = visitor(site)
    who.cookies.set('session', 'A'.repeat(43))
    await join(site, who, { email: 'gezet@voorbeeld.example', until: 'code' })
    expect(who.cookies.get('session')).not.toBe('A'.repeat(43))
    expect(await site.db.selectFrom('session').select('token_hash').where('token_hash', '=', Buffer.from('A'.repeat(43))).execute())
      .toEqual([])
  })

  test('that a browser had before it starts anew is ended, so that nobody goes on with it', async () => {
    site.clock.moveTo('2026-11-23T10:15:00Z')
    const who = visitor(site)
    await join(site, who, { email: 'eerder@voorbeeld.example', until: 'code' })
    const before = who.cookies.get('session')!
    await who.post('/en/tiktok/join', start('later@voorbeeld.example'))
    expect(who.cookies.get('session')).not.toBe(before)
    expect((await site.app.request('/en/tiktok/join/details', { headers: { host: 'localhost:8080', cookie: `session=${before}` } })).status)
      .toBe(403)
  })

  test('ends after 30 days', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'lang@voorbeeld.example', until: 'code' })
    const now = site.clock.now().toISOString()
    site.clock.moveTo(new Date(site.clock.now().getTime() + 30 * 86_400_000 + 1000).toISOString())
    expect((await who.get('/en/tiktok/join/details')).status).toBe(403)
    site.clock.moveTo(now)
  })

  test('over https its cookie is bound to this host, out of reach of scripts and of other sites', async () => {
    const secure = await testSite({ origin: 'https://joinder.example' })
    const answer = await secure.app.request('/en/tiktok/join', {
      method: 'POST', body: new URLSearchParams(start('veilig@voorbeeld.example')),
      headers: { host: 'joinder.example', origin: 'https://joinder.example', 'x-forwarded-for': '10.9.9.9' },
    })
    expect(answer.status).toBe(303)
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    const plain = await secure.app.request('/en/tiktok/join',
      { method: 'POST', body: '',
      headers: { host: 'joinder.example', origin: 'http://joinder.example', 'content-type': 'application/x-www-form-urlencoded' } })
    expect(plain.status).toBe(403)
    await secure.close()
  })
})

describe('guessing a code', () => {
  test('sixty guesses at once take exactly five tries, at joining and at signing in', async () => {
    await join(site, visitor(site), { email: 'raad@voorbeeld.example' })
    site.clock.moveTo('2026-11-23T10:20:00Z')
    const joiner = visitor(site)
    await joiner.post('/en/tiktok/join', start('raad-nieuw@voorbeeld.example'))
    const caller = visitor(site)
    await caller.post('/en/sign-in', { email: 'raad@voorbeeld.example' })
    for (const [who, path, email] of [[joiner, '/en/tiktok/join/code', 'raad-nieuw@voorbeeld.example'],
      [caller, '/en/sign-in/code', 'raad@voorbeeld.example']] as const) {
      const wrong = await wrongFor(email)
      const texts = await Promise.all(Array.from({ length: 60 }, async () => (await who.post(path, { code: wrong })).text()))
      const used = texts.filter((text) => text.includes('This code is not right')).length
      expect({ path, used, usedUp: texts.filter((text) => text.includes('tried too often')).length }).toEqual({ path, used: 4, usedUp: 56 })
      const row = await site.db.selectFrom('email_code').select('attempts_left').where('email_index', '=', site.vault.index('email', email))
        .orderBy('issued_at', 'desc').executeTakeFirstOrThrow()
      expect(row.attempts_left).toBe(0)
      expect((await who.post(path, { code: await codeFor(site, email) })).status).toBe(422)
    }
  }, 120_000)

  test('a right code among many at once works once', async () => {
    const who = visitor(site)
    await who.post('/en/tiktok/join', start('eenmaal@voorbeeld.example'))
    const code = await codeFor(site, 'eenmaal@voorbeeld.example')
    const cookie = `session=${who.cookies.get('session')}`
    const answers = await Promise.all(Array.from({ length: 12 }, async () => site.app.request('/en/tiktok/join/code', {
      method: 'POST', body: `code=${code}`,
      headers: { host: 'localhost:8080', origin: 'http://localhost:8080', cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })))
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
    const proven = await site.db.selectFrom('session').select('token_hash')
      .where('person_id', '=', await personOf('eenmaal@voorbeeld.example')).where('proven_at', 'is not', null).execute()
    expect(proven).toHaveLength(1)
  })
})

describe('limits', () => {
  test('of one address are the same on every node and say when to try again', async () => {
    site.clock.moveTo('2026-11-23T11:00:00Z')
    const other = (await import('#web/app.ts')).buildApp(site.world, (await import('#web/pages.ts')).pages)
    const nodes = [visitor(site), visitor({ app: other })]
    expect((await nodes[0]!.post('/en/sign-in', { email: 'grens@voorbeeld.example' })).status).toBe(303)
    const second = await nodes[1]!.post('/en/sign-in', { email: 'GRENS@voorbeeld.example' })
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '60'])
  })

  test('of one IP block hold for all its addresses, and only for it', async () => {
    site.clock.moveTo('2026-11-23T12:00:00Z')
    let sent = 0
    for (; sent <= codesAtOncePerBlock; sent += 1) {
      const answer = await visitor(site, { ip: `198.51.100.${sent + 1}` }).post('/en/sign-in', { email: `blok${sent}@voorbeeld.example` })
      if (answer.status !== 429) continue
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      break
    }
    expect(sent).toBe(codesAtOncePerBlock)
    expect((await visitor(site, { ip: '198.51.101.1' }).post('/en/sign-in', { email: 'ander-blok@voorbeeld.example' })).status).toBe(303)
    const six = (ip: string) => visitor(site, { ip }).post('/en/sign-in', { email: `zes${ip}@voorbeeld.example`.replaceAll(':', '-') })
    expect((await six('2001:db8:1:2::1')).status).toBe(303)
  })

  test('an address behind the trusted proxies counts, not one that the visitor wrote before it', async () => {
    site.clock.moveTo('2026-11-23T13:00:00Z')
    const statuses: number[] = []
    for (let sent = 0; sent <= codesAtOncePerBlock; sent += 1) {
      statuses.push((await visitor(site, { ip: `10.${sent}.0.1, 192.0.2.9` })
        .post('/en/sign-in', { email: `proxy${sent}@voorbeeld.example` })).status)
    }
    expect(statuses.indexOf(429)).toBe(codesAtOncePerBlock)
  })

  test('an unknown and a known address get the same answer, byte for byte', async () => {
    site.clock.moveTo('2026-11-23T14:00:00Z')
    const ask = async (email: string) => {
      const who = visitor(site)
      const sent = await who.post('/en/sign-in', { email })
      const page = await (await who.get('/en/sign-in/code')).text()
      return [sent.status, sent.headers.get('location'), page]
    }
    expect(await ask('inlog@voorbeeld.example')).toEqual(await ask('niemand@voorbeeld.example'))
    const starting = async (email: string) => {
      const who = visitor(site)
      const sent = await who.post('/en/tiktok/join', start(email))
      return [sent.status, sent.headers.get('location'), await (await who.get('/en/tiktok/join/code')).text()]
    }
    site.clock.moveTo('2026-11-23T14:10:00Z')
    expect(await starting('inlog@voorbeeld.example')).toEqual(await starting('niemand2@voorbeeld.example'))
    expect((await newestMail(site, 'niemand@voorbeeld.example'))?.text).not.toMatch(/^\s+\d{6}$/m)
  })
})

describe('append-only tables', () => {
  const strict = ['vault_erasure', 'journal_entry', 'journal_chain', 'content_version', 'content_text', 'agreement_text', 'signature',
    'mandate', 'capacity', 'seal', 'fee',
    'fee_refund', 'participation_end', 'revocation', 'representation', 'representation_end', 'guardian_answer', 'suspension',
    'suspension_lift', 'request_consent', 'mandate_ended_notice', 'leaving_receipt', 'leaving_receipt_file', 'court_letter',
    'court_letter_step', 'case_opening', 'decision', 'decision_undo', 'deficiency_notice', 'deficiency_extension', 'deficiency_answer',
    'desk_correction', 'objection', 'objection_end', 'decision_review', 'decision_review_answer',
    'way_back', 'erasure_request', 'restriction', 'erasure_logged',
    'bulk_plan', 'bulk_proposed', 'bulk_order', 'desk_erasure', 'restriction_look',
    'duplicate_judgement', 'person_merge', 'person_merge_undo', 'fee_set_aside', 'fee_set_aside_end', 'signal_decision',
    'publication_plan', 'publication_plan_end', 'claim_phase', 'proposal', 'proposal_answer']
  const tables = [...strict, 'participant_flag', 'mail', 'mail_outcome', 'stored_file', 'own_access_invitation', 'participant_change',
    'bank_account', 'guardian_invitation', 'case_text', 'case_note', 'case_note_strike', 'tally_delta', 'bulk_sample']

  const aColumnOf = (table: string) =>
    `select column_name as name from information_schema.columns where table_name = '${table}' and is_identity = 'NO' limit 1`
  test.each(tables)('%s takes no UPDATE and no TRUNCATE from the application', (table) =>
    connected(asApp(site.database.ownerUrl), async (client) => {
      const { rows: [column] } = await client.query<{ name: string }>(aColumnOf(table))
      await expect(client.query(`update ${table} set ${column!.name} = ${column!.name}`)).rejects.toThrow(/permission denied|append-only/)
      await expect(client.query(`truncate ${table} cascade`)).rejects.toThrow(/permission denied|append-only/)
      await expect(client.query(`alter table ${table} disable trigger all`)).rejects.toThrow(/must be owner/)
    }))
  test.each(strict)('%s takes no UPDATE, DELETE or TRUNCATE from anybody, the owner included', async (table) => {
    await connected(site.database.ownerUrl, async (owner) => {
      await expect(owner.query(`truncate ${table} cascade`)).rejects.toThrow('append-only')
      const { rows: triggers } = await owner.query(
        `select tgname from pg_trigger where tgrelid = '${table}'::regclass and not tgisinternal and tgenabled = 'O' order by 1`)
      // Others may count beside them what is added.
      expect(triggers).toEqual(expect.arrayContaining([{ tgname: 'append_only' }, { tgname: 'append_only_whole' }]))
      const { rowCount } = await owner.query(`select from ${table} limit 1`)
      // A trigger for each row needs a row to refuse.
      if (!rowCount) return
      const { rows: [column] } = await owner.query<{ name: string }>(aColumnOf(table))
      await expect(owner.query(`update ${table} set ${column!.name} = ${column!.name}`)).rejects.toThrow('append-only')
      await expect(owner.query(`delete from ${table}`)).rejects.toThrow('append-only')
    })
    await expect(sql`delete from ${sql.table(table)}`.execute(site.db)).rejects.toThrow(/permission denied/)
  })
  test('all tables that only grow are in the list above', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not like 'kysely%' and relname <> 'applied_migration'
        and not has_table_privilege('joinder_app', oid, 'UPDATE') order by 1`.execute(site.db)
    expect(rows.map((row) => row.name)).toEqual([...tables].sort())
  })
})
