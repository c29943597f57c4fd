import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '#web/pages.ts'
import { buildApp } from '#web/app.ts'
import { codeFor, testSite, visitor, type TestSite } from '../builders.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

describe('two posts that stand in each other’s way', () => {
  test('are tried once more, and what still fails leaves nothing half done', async () => {
    const faults = { left: 1 }
    const db = new Proxy(site.world.db, { get(target, name, self) {
      if (name !== 'transaction') return Reflect.get(target, name, self) as unknown
      return () => ({ execute: (work: (db: typeof target) => Promise<unknown>) => target.transaction().execute(async (inner) => {
        const answer = await work(inner)
        if (faults.left-- > 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
        return answer
      }) })
    } })
    const app = buildApp({ ...site.world, db }, pages)
    const who = visitor({ app })
    const drafts = async () => Number((await site.db.selectFrom('draft').select((q) => q.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()).n)
    const mails = async () => Number((await site.db.selectFrom('mail').select((q) => q.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
    const before = { drafts: await drafts(), mails: await mails() }
    const fields = (email: string) => ({ name: 'Jan', email, statement: 'yes', terms: 'yes' })
    expect((await who.post('/en/tiktok/join', fields('botsing@voorbeeld.example'))).status).toBe(303)
    expect({ drafts: await drafts(), mails: await mails() }).toEqual({ drafts: before.drafts + 1, mails: before.mails + 1 })

    faults.left = 2
    const token = who.cookies.get('session')
    const failed = await who.post('/en/tiktok/join', fields('weer-botsing@voorbeeld.example'))
    expect([failed.status, failed.headers.getSetCookie()]).toEqual([500, []])
    expect(await failed.text()).toContain('<h1')
    expect({ drafts: await drafts(), mails: await mails() }).toEqual({ drafts: before.drafts + 1, mails: before.mails + 1 })

    faults.left = 2
    const code = await codeFor(site, 'botsing@voorbeeld.example')
    expect((await who.post('/en/tiktok/join/code', { code })).status).toBe(500)
    expect(who.cookies.get('session')).toBe(token)
    expect((await who.post('/en/tiktok/join/code', { code })).status).toBe(303)
  })
})
