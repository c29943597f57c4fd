import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#identity/sessions.ts'
import { listDeskSessions } from '#identity/desk-sessions.ts'
import { sweepUnknown } from '#participants/jobs.ts'
import type { Ctx } from '#platform/ctx.ts'
import { asApp } from '#platform/db/open.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { transact } from '#platform/world.ts'
import { newestMail, testSite, type TestSite } from '../../test/builders.ts'
import { organiser } from '../../test/desk.ts'
import { activeAdministrators } from './administrators.ts'
import { changeRoles } from './change-roles.ts'
import { invite } from './invite.ts'
import { inviteAgain } from './invite-again.ts'
import { findOrganiser, listOrganisers } from './queries.ts'
import { resetPasskey } from './reset-passkey.ts'
import { lift, suspend } from './suspend.ts'
import { takeBackInvitation } from './take-back-invitation.ts'

let site: TestSite
let chief: string
const sending = { sender: { name: 'Voorbeeldstichting', address: [], email: 'info@voorbeeld.example', origin: 'http://localhost:8080' } }
interface Said { ok: boolean; because?: string; value?: unknown }
const as = (personId: string) => (act: (ctx: Ctx) => Promise<Said>) => transact(site, act, `organiser:${personId}`)
const because = (outcome: Said) => (outcome.ok ? 'done' : outcome.because)
const session = (personId: string) =>
  openSession(site.ctx(), { personId, emailIndex: Buffer.from(personId), proven: true, by: 'passkey', openedFor: 'desk' })
const sessions = async (personId: string) => (await listDeskSessions(site.ctx(), [personId])).length
const subjects = async (to: string) => (await listMailbox(site, 500)).filter((mail) => mail.to === to).map(({ subject }) => subject)

beforeAll(async () => {
  site = await testSite()
  chief = (await organiser(site, ['administrator'])).personId
})
afterAll(() => site.close())

describe('inviting', () => {
  const nora = { name: 'Nora Nieuw', email: 'Nora@Voorbeeld.example', language: 'nl', roles: ['lawyer', 'auditor'] } as const

  test('writes to them in their language until when it counts, and tells every administrator and auditor', async () => {
    const auditor = await organiser(site, ['auditor'])
    const clerk = await organiser(site, ['case-handler'])
    const invited = await as(chief)((ctx) => invite(ctx, sending, nora))
    const found = (await findOrganiser(site.ctx(), (invited as { value: string }).value))!
    expect(found).toMatchObject({
      name: 'Nora Nieuw', email: 'nora@voorbeeld.example', roles: ['auditor', 'lawyer'], enrolledAt: null,
      suspended: false,
    })
    expect(found.expiresAt).toEqual(new Date('2026-11-30T10:00:00Z'))
    const mail = (await newestMail(site, 'nora@voorbeeld.example'))!
    expect(mail.subject).toBe('Je uitnodiging voor de werkplek van Voorbeeldstichting')
    for (const said of ['Controleur, Jurist', '/nl/desk/sign-in', 'passkey', '30 november 2026']) expect(mail.text).toContain(said)
    expect(mail.text).not.toMatch(/^\s+\d{6}$/m)
    for (const { email, personId } of await listOrganisers(site.ctx())) {
      const told = [chief, auditor.personId].includes(personId)
      expect([personId, (await subjects(email)).includes('Somebody was invited to the desk')]).toEqual([personId, told])
    }
    expect((await newestMail(site, auditor.email))?.text).toContain('Nora Nieuw')
    expect(await subjects(clerk.email)).toEqual([])
  })

  test('refuses a second time, whatever the spelling, and none without a role; two at once make one', async () => {
    const ask = (email: string, given: readonly 'lawyer'[] = ['lawyer']) =>
      as(chief)((ctx) => invite(ctx, sending, { ...nora, email, roles: given })).then(because)
    expect(await ask(' NORA@voorbeeld.EXAMPLE')).toBe('organiser-known')
    expect(await ask('niemand')).toBe('email-wrong')
    expect(await ask('geen-rol@voorbeeld.example', [])).toBe('roles-missing')
    expect((await Promise.all([ask('twee@voorbeeld.example'), ask('twee@voorbeeld.example')])).sort()).toEqual(['done', 'organiser-known'])
  })

  test('again counts 7 days from then; taken back it leaves neither name nor address nor mail', async () => {
    const { personId } = (await listOrganisers(site.ctx())).find(({ email }) => email === 'twee@voorbeeld.example')!
    site.clock.moveTo('2026-12-02T10:00:00Z')
    expect(because(await as(chief)((ctx) => inviteAgain(ctx, sending, personId)))).toBe('done')
    expect((await findOrganiser(site.ctx(), personId))?.expiresAt).toEqual(new Date('2026-12-09T10:00:00Z'))
    expect(because(await as(chief)((ctx) => takeBackInvitation(ctx, personId)))).toBe('done')
    expect(await findOrganiser(site.ctx(), personId)).toBeUndefined()
    expect(await site.vault.find(site.db, personId)).toBeUndefined()
    expect(await site.db.selectFrom('mail').select('id').where('person_id', '=', personId).execute()).toEqual([])
    expect(because(await as(chief)((ctx) => takeBackInvitation(ctx, personId)))).toBe('no-organiser')
  })

  test('of somebody who has been here can neither be sent again nor taken back', async () => {
    const { personId } = await organiser(site, ['lawyer'])
    expect(because(await as(chief)((ctx) => inviteAgain(ctx, sending, personId)))).toBe('organiser-enrolled')
    expect(because(await as(chief)((ctx) => takeBackInvitation(ctx, personId)))).toBe('organiser-enrolled')
  })
})

describe('roles', () => {
  test('are exactly those given, with who gave them; the person is told', async () => {
    const { personId, email } = await organiser(site, ['case-handler', 'treasurer'])
    expect(because(await as(chief)((ctx) => changeRoles(ctx, sending, personId, ['lawyer', 'treasurer'])))).toBe('done')
    const rows = await site.db.selectFrom('organiser_role').select(['role', 'given_by'])
      .where('person_id', '=', personId).orderBy('role').execute()
    expect(rows).toEqual([{ role: 'lawyer', given_by: chief }, { role: 'treasurer', given_by: null }])
    expect(await subjects(email)).toEqual(['Your roles at the desk have changed'])
    const { facts } = await site.db.selectFrom('journal_entry').select('facts')
      .where('event', '=', 'organisers.roles-changed').orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(facts).toEqual({ given: 'lawyer', taken: 'case-handler' })
    expect(because(await as(chief)((ctx) => changeRoles(ctx, sending, personId, ['treasurer', 'lawyer'])))).toBe('nothing-changed')
    expect(because(await as(chief)((ctx) => changeRoles(ctx, sending, personId, [])))).toBe('roles-missing')
  })

  test('are nobody’s own to change, nor is one’s own access to pause; the database refuses both too', async () => {
    for (const act of [
      (ctx: Ctx) => changeRoles(ctx, sending, chief, ['administrator', 'lawyer']),
      (ctx: Ctx) => suspend(ctx, sending, chief), (ctx: Ctx) => lift(ctx, sending, chief),
      (ctx: Ctx) => resetPasskey(ctx, sending, chief),
    ]) {
      expect(because(await as(chief)(act))).toBe('own-access')
    }
    for (const url of [asApp(site.database.ownerUrl), site.database.ownerUrl]) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await expect(client.query(`insert into organiser_role values ('${chief}', 'lawyer', '${chief}', now())`)).rejects.toThrow(
        'not_by_oneself',
      )
      await expect(
        client.query(`insert into organiser_suspension values ('${chief}', gen_random_uuid(), '${chief}', now())`),
      ).rejects.toThrow('not_by_oneself')
      await client.end()
    }
  })
})

describe('pausing', () => {
  test('ends every session at once and tells the person; lifting lets them in again', async () => {
    const { personId, email } = await organiser(site, ['lawyer'])
    await session(personId)
    await session(personId)
    expect(await sessions(personId)).toBe(2)
    expect(because(await as(chief)((ctx) => suspend(ctx, sending, personId)))).toBe('done')
    expect([await sessions(personId), (await findOrganiser(site.ctx(), personId))?.suspended]).toEqual([0, true])
    expect(because(await as(chief)((ctx) => suspend(ctx, sending, personId)))).toBe('organiser-suspended')
    expect(because(await as(chief)((ctx) => resetPasskey(ctx, sending, personId)))).toBe('organiser-suspended')
    expect(because(await as(chief)((ctx) => lift(ctx, sending, personId)))).toBe('done')
    expect(because(await as(chief)((ctx) => lift(ctx, sending, personId)))).toBe('not-suspended')
    expect((await subjects(email)).sort()).toEqual(['You can use the desk again', 'Your access to the desk is paused'])
  })
})

test('after a lost passkey all of them are gone, sessions end, and a new invitation counts 7 days', async () => {
  const { personId, email } = await organiser(site, ['treasurer'])
  await session(personId)
  expect(because(await as(chief)((ctx) => resetPasskey(ctx, sending, personId)))).toBe('done')
  expect(await sessions(personId)).toBe(0)
  expect((await findOrganiser(site.ctx(), personId))?.expiresAt).toEqual(new Date(site.clock.now().getTime() + 7 * 86_400_000))
  expect((await newestMail(site, email))?.subject).toBe('Make a new passkey for the desk of Voorbeeldstichting')
  expect(because(await as(chief)((ctx) => resetPasskey(ctx, sending, personId)))).toBe('organiser-not-enrolled')
})

test('only who administers the desk today decides, even where the page was open before', async () => {
  const clerk = await organiser(site, ['case-handler'])
  const other = await organiser(site, ['lawyer'])
  const { email } = other
  expect(because(await as(clerk.personId)((ctx) => suspend(ctx, sending, other.personId)))).toBe('not-administrator')
  expect(because(await as(clerk.personId)((ctx) => invite(ctx, sending, { name: 'x', email, language: 'en', roles: ['lawyer'] })))).toBe(
    'not-administrator',
  )
  for (const nobody of ['x', '00000000-0000-4000-8000-000000000000'])
    expect(because(await as(chief)((ctx) => lift(ctx, sending, nobody)))).toBe('no-organiser')
  await expect(transact(site, (ctx) => suspend(ctx, sending, other.personId), 'operator')).rejects.toThrow('an organiser has to act')
})

describe('the last administrator', () => {
  const two = async () => {
    const made = [(await organiser(site, ['administrator'])).personId, (await organiser(site, ['administrator'])).personId] as const
    return made
  }
  const pauseAllBut = async (stay: readonly string[]) => {
    for (const each of await activeAdministrators(site.ctx())) {
      if (!stay.includes(each)) expect(because(await as(stay[0]!)((ctx) => suspend(ctx, sending, each)))).toBe('done')
    }
  }

  test.each([
    ['pause each other', (ctx: Ctx, other: string) => suspend(ctx, sending, other)],
    ['take each other’s role', (ctx: Ctx, other: string) => changeRoles(ctx, sending, other, ['auditor'])],
    ['reset each other’s passkey', (ctx: Ctx, other: string) => resetPasskey(ctx, sending, other)],
  ])('stays, when two %s at the same moment, again and again', async (_, act) => {
    for (let round = 0; round < 4; round += 1) {
      const [one, other] = await two()
      await pauseAllBut([one, other])
      const outcomes = await Promise.all([
        as(one)((ctx) => act(ctx, other)), as(other)((ctx) => act(ctx, one)), as(one)((ctx) => act(ctx, other)),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await activeAdministrators(site.ctx())).toHaveLength(1)
    }
  })

  test('is not who was invited and never came: the one who is here stays', async () => {
    const [only] = (await activeAdministrators(site.ctx())) as [string]
    await as(only)((ctx) =>
      invite(ctx, sending, { name: 'Nog Niet', email: 'nog-niet@voorbeeld.example', language: 'en', roles: ['administrator'] }),
    )
    expect(await activeAdministrators(site.ctx())).toEqual([only])
  })
})

test('the sweep that forgets strangers forgets nobody who works here', async () => {
  const before = (await listOrganisers(site.ctx())).length
  site.clock.moveTo(new Date(site.clock.now().getTime() + 9 * 86_400_000).toISOString())
  await sweepUnknown(site)
  expect(await listOrganisers(site.ctx())).toHaveLength(before)
})

test('every act stands in the journal: who did it, about whom, and no name', async () => {
  const rows = await site.db.selectFrom('journal_entry').select(['event', 'actor', 'person_id', 'facts'])
    .where('event', 'like', 'organisers.%').execute()
  expect([...new Set(rows.map(({ event }) => event))].sort()).toEqual(
    ['invitation-taken-back', 'invited', 'invited-again', 'lifted', 'passkey-reset', 'roles-changed', 'suspended'].map(
      (name) => `organisers.${name}`,
    ),
  )
  for (const { actor, person_id: about, facts } of rows) {
    expect(actor).toMatch(/^organiser:[0-9a-f-]{36}$/)
    expect(actor).not.toContain(about)
    for (const fact of Object.values(facts as object))
      expect(String(fact)).toMatch(/^(\d+|((administrator|campaigner|case-handler|treasurer|lawyer|auditor) ?)*)$/)
  }
})
