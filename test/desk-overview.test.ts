import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tally } from '#figures/jobs.ts'
import { setGoing } from '#figures/retry-jobs.ts'
import { markRefund } from '#fees/mark-refund.ts'
import { askCheck, check } from '#journal/check.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import type { Role } from '#organisers/roles.ts'
import { countJobs } from '#platform/job-list.ts'
import { mailSend } from '#platform/mail/queue.ts'
import { wait } from './account-builders.ts'
import { join, joinWithChildren, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, organiser } from './desk.ts'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email: 'een@voorbeeld.example' })
  await joinWithChildren(site, visitor(site), { email: 'twee@voorbeeld.example', language: 'nl' })
  await join(site, visitor(site), { email: 'drie@voorbeeld.example', until: 'details' })
  wait(site, 24 * 60)
  await join(site, visitor(site), { email: 'vier@voorbeeld.example', until: 'code' })
})
afterAll(() => site.close())

const textOf = async (response: Response) => (await response.text()).replaceAll(/<(?:svg|style)\b.*?<\/(?:svg|style)>/gs, '')
  .replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the overview', () => {
  test('shows who joined, how far, in words and numbers that need no picture and no colour', async () => {
    await tally(site)
    const who = await deskVisitor(site, ['campaigner'])
    const text = await textOf(await who.get('/en/desk?claim=tiktok'))
    for (const said of [
      'Take part now 3', 'Joined in 14 days 3', 'Signed, seal on its way 3', 'Address proven, not signed 2',
      'Began 4 · 100%', 'Proved the e-mail address 4 · 100%', 'Gave details 3 · 75%', 'Pressed the last button 2 · 50%',
      'Dutch 2 · 67%', 'English 1 · 33%', 'Netherlands 3 · 100%', '25 to 34 2 · 67%', '13 to 15 1 · 33%', 'Waiting now',
    ])
      expect(text).toContain(said)
    // The table behind the picture: one row for each day.
    expect(text).toContain('23 November 2026 0 3 1')
    expect(text).toContain('24 November 2026 0 0 1')
  })

  test('holds no inline style, and its pictures have a title and a description', async () => {
    const html = await (await (await deskVisitor(site, ['auditor'])).get('/nl/desk?period=90')).text()
    expect(html).not.toMatch(/ style="/)
    expect([...html.matchAll(/<svg class="chart-(?:narrow|wide)"[^>]* role="img" aria-labelledby="[^"]+"><title/g)]).toHaveLength(2)
    expect(html).toContain('<desc')
  })

  test('an address with nonsense shows all claims and 14 days', async () => {
    const who = await deskVisitor(site, ['lawyer'])
    const response = await who.get('/en/desk?claim=nothing&period=tomorrow')
    expect(response.status).toBe(200)
    expect(await textOf(response)).toContain('Joined in 14 days 3')
  })

  test('a proposal waits for who may answer it, never for who made it, and not for others', async () => {
    const proposer = await organiser(site, ['lawyer'])
    const proposed = await propose({ ...site.ctx(`organiser:${proposer.personId}`) }, { act: 'agreements', subject: { slug: 'tiktok' } })
    expect(proposed.ok).toBe(true)
    const said = 'proposal by a colleague that you may approve or decline'
    expect(await textOf(await (await deskVisitor(site, ['lawyer'])).get('/en/desk'))).toContain(said)
    expect(await textOf(await (await deskVisitor(site, ['campaigner'])).get('/en/desk'))).not.toContain(said)
  })
})

describe('what waits is what each role does on a Monday morning', () => {
  const waits = async (role: Role) => textOf(await (await deskVisitor(site, [role])).get('/en/desk'))

  test('a treasurer: fees to give back; an auditor sees the list of them, and gives nothing back', async () => {
    const fee = await site.db.selectFrom('fee').select(['person_id', 'id']).where('cents', '>', 0).executeTakeFirstOrThrow()
    await markRefund(site.ctx(), fee.person_id, { feeId: fee.id, reason: 'withdrawn', dueOn: '2026-12-01' })
    expect(await waits('treasurer')).toContain('1 fee to give back')
    expect(await waits('auditor')).not.toContain('to give back')
  })

  test('an administrator: invitations that ran out unused, but not those of people kept out', async () => {
    const chief = await deskVisitor(site, ['administrator'])
    const ids: string[] = []
    for (const email of ['een@voorbeeld.example', 'twee@voorbeeld.example', 'drie@voorbeeld.example']) {
      const sent = await chief.post('/en/desk/organisers/invite', { name: 'Komt Niet', email, language: 'nl', 'role-lawyer': 'yes' })
      ids.push(/organisers\/([^?]+)/.exec(sent.headers.get('location')!)![1]!)
    }
    expect(await waits('administrator')).not.toContain('ran out unused')
    await chief.post(`/en/desk/organisers/${ids[0]}`, { act: 'suspend' })
    wait(site, 8 * 24 * 60)
    expect(await waits('administrator')).toContain('2 invitations to the desk that ran out unused')
    expect(await waits('lawyer')).not.toContain('ran out unused')
  })

  test('an auditor: whether the journal was whole when it was looked at last (SE-03)', async () => {
    expect(await waits('auditor')).toContain('Nobody has verified the journal yet.')
    await check(site, { checkId: (await askCheck(site.ctx(), null)).value })
    expect(await waits('auditor')).toContain('Whole when it was looked at last, on')
    expect(await waits('case-handler')).not.toContain('looked at last')
  })
})

describe('jobs late or failed', () => {
  const failed = (n: number) => sql`insert into pgboss.job (name, data, state, source_name, source_retry_count, source_created_on)
    select 'mail.send.dead', '{}', 'created', 'mail.send', 3, now() from generate_series(1, ${n})`
  test('are counted by kind no further than a hundred and one, and a retry is journaled and left to a job', async () => {
    const owner = (await import('#platform/db/open.ts')).openDb(site.database.ownerUrl, { max: 1, asOwner: true })
    await failed(130).execute(owner)
    await owner.destroy()
    expect((await countJobs(site.db, site.clock.now())).find(({ kind }) => kind === mailSend.name)).toMatchObject({ failed: 101 })
    const who = await deskVisitor(site, ['administrator'])
    expect(await textOf(await who.get('/en/desk/jobs'))).toContain('mail.send')
    expect(await textOf(await who.get('/en/desk'))).toContain('More than 100 jobs are late or have failed.')
    expect(await textOf(await who.get('/en/desk'))).toContain('100+ jobs of the program given up after the last try')
    expect((await who.post('/en/desk/jobs', { kind: 'mail.send' })).headers.get('location')).toBe('/en/desk/jobs?going=')
    expect((await who.post('/en/desk/jobs', { kind: 'mandates.seal' })).status).toBe(422)
    expect(await site.db.selectFrom('journal_entry').select(['actor', 'facts']).where('event', '=', 'figures.jobs-retried').execute())
      .toMatchObject([{ actor: `organiser:${who.organiser.personId}`, facts: { kind: 'mail.send' } }])
    expect(await setGoing(site, { kind: 'mail.send' })).toBe(130)
    expect((await countJobs(site.db, site.clock.now())).filter(({ failed: n }) => n > 0)).toEqual([])
  })
})
