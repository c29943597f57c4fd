import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { getContent } from '#claims/queries.ts'
import { findNewest, listVersions } from '#claims/versions.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { dropDraft } from '#drafting/draft.ts'
import { organiser } from '../../test/desk.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { bringUpToDate, findBehind, keepPhase } from './bring-up-to-date.ts'
import { as, rewrite, seen } from './desk.fixture.ts'
import { publishDraft } from './publish-draft.ts'
import { findStanding } from './standing.ts'
import { draftFormer, takeBack } from './take-back.ts'

let site: TestSite
let campaigner: string
let lawyer: string
beforeAll(async () => {
  site = await testSite()
  campaigner = (await organiser(site, ['campaigner'])).personId
  lawyer = (await organiser(site, ['lawyer'])).personId
})
afterAll(() => site.close())
beforeEach(() => as(site, campaigner, async (ctx) => { for (const slug of ['zoom', 'tiktok', 'organisation']) await dropDraft(ctx, slug) }))

const publish = async (slug: string, sha?: string, by = campaigner) => {
  const hash = sha ?? await seen(site, slug)
  return as(site, by, (ctx) => publishDraft(ctx, slug, hash))
}
const change = (to: string, slug = 'zoom', path = 'en/page/harm.md') => rewrite(site, campaigner, slug, path, /\n\n[\s\S]*$/, `\n\n${to}\n`)
const both = async (to: string) => { await change(to); await change(to, 'zoom', 'nl/page/harm.md') }
const version = async (slug = 'zoom') => (await findNewest(site.db, slug))!.version

describe('publishing a draft', () => {
  it('makes it the next version, says who did, and drops the draft', async () => {
    await both('Words of today.')
    const before = await version()
    expect(await publish('zoom')).toEqual({ ok: true, value: { version: before + 1 } })
    expect(await findNewest(site.db, 'zoom')).toMatchObject({ version: before + 1, origin: 'desk', publishedBy: campaigner, phase: 'open' })
    expect((await getContent(site.db, 'zoom', 'en')).text('page/harm')?.markdown).toBe('Words of today.')
    expect(await findDraftBundle(site.db, 'zoom')).toBeUndefined()
    expect(await publish('zoom', 'x')).toEqual({ ok: false, because: 'no-draft' })
  })

  it('is refused while something is wrong, and lists what', async () => {
    await both('You pay {{noSuchFact}}.')
    expect(await publish('zoom')).toEqual({ ok: false, because: 'draft-has-findings' })
    expect((await findStanding(site.db, 'zoom'))?.findings.map(({ path, code }) => `${path} ${code}`))
      .toEqual(['en/page/harm.md unknown-fact', 'nl/page/harm.md unknown-fact'])
  })

  it('is refused when the draft is not what was looked at', async () => {
    await both('One.')
    const looked = await seen(site, 'zoom')
    await both('Two.')
    expect(await publish('zoom', looked)).toEqual({ ok: false, because: 'draft-changed-meanwhile' })
  })

  it('is refused when nothing changed', async () => {
    const raw = (await findPublishedFiles(site.db, 'zoom'))!.files.find(({ path }) => path === 'en/page/harm.md')!.raw
    await both('Other.')
    await rewrite(site, campaigner, 'zoom', 'en/page/harm.md', /^[\s\S]*$/, raw)
    await rewrite(site, campaigner, 'zoom', 'nl/page/harm.md', /^[\s\S]*$/,
      (await findPublishedFiles(site.db, 'zoom'))!.files.find(({ path }) => path === 'nl/page/harm.md')!.raw)
    expect(await publish('zoom')).toEqual({ ok: false, because: 'nothing-changed' })
  })

  it('never moves the phase: that is an act of its own (domain 9.1); the draft can take the published one back', async () => {
    await rewrite(site, campaigner, 'bank-cartel', 'claim.yaml', 'phase: pre_registration', 'phase: open')
    expect(await publish('bank-cartel')).toEqual({ ok: false, because: 'phase-not-moved' })
    await as(site, campaigner, (ctx) => keepPhase(ctx, 'bank-cartel'))
    expect(await publish('bank-cartel')).toEqual({ ok: false, because: 'nothing-changed' })
    await as(site, campaigner, (ctx) => dropDraft(ctx, 'bank-cartel'))
  })

  it('twice at once makes one version', async () => {
    await both('At once.')
    const [hash, before] = [await seen(site, 'zoom'), await version()]
    const outcomes = await Promise.all([campaigner, lawyer, campaigner].map((by) => publish('zoom', hash, by)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.because === 'no-draft')).toHaveLength(2)
    expect(await version()).toBe(before + 1)
  })

  it('of the foundation is refused when a published claim would lose a fact it quotes, or its listing', async () => {
    await rewrite(
      site, campaigner, 'organisation', 'organisation.yaml', 'claims: [tiktok, zoom, bank-cartel]',
      'claims: [tiktok, bank-cartel]',
    )
    const standing = await findStanding(site.db, 'organisation')
    expect(standing?.breaks.map(({ path, code }) => `${path} ${code}`)).toEqual(['zoom/claim.yaml not-listed'])
    expect(await publish('organisation')).toEqual({ ok: false, because: 'draft-has-findings' })
  })
})

describe('a draft that began from an older version', () => {
  it('is not published over the newer one; after it was brought up to it, both changes are in', async () => {
    await both('Of the draft.')
    const draft = await findDraftBundle(site.db, 'zoom')
    await as(site, lawyer, (ctx) => dropDraft(ctx, 'zoom'))
    await rewrite(site, lawyer, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support the foundation')
    expect((await publish('zoom', undefined, lawyer)).ok).toBe(true)
    await site.db.insertInto('content_draft_base')
      .values({ slug: 'zoom', version: draft!.basedOn!, opened_by: 'system', opened_at: new Date() }).execute()
    const [changed_by, changed_at] = ['system', new Date()]
    await site.db.insertInto('content_draft')
      .values(draft!.files.map((file) => ({ slug: 'zoom', ...file, changed_by, changed_at }))).execute()

    expect(await publish('zoom')).toEqual({ ok: false, because: 'content-moved-on' })
    const behind = await findBehind(site.db, 'zoom')
    expect([behind?.conflicts, behind?.to]).toEqual([[], await version()])
    expect(await as(site, campaigner, (ctx) => bringUpToDate(ctx, 'zoom', { seen: behind!.to - 1, choices: new Map() })))
      .toEqual({ ok: false, because: 'content-moved-on' })
    await as(site, campaigner, (ctx) => bringUpToDate(ctx, 'zoom', { seen: behind!.to, choices: new Map() }))
    expect((await publish('zoom')).ok).toBe(true)
    const en = await getContent(site.db, 'zoom', 'en')
    expect([en.text('page/harm')?.markdown, en.text('page/support')?.title]).toEqual(['Of the draft.', 'Support the foundation'])
  })

  it('asks for a choice where both changed the same place', async () => {
    await both('Mine.')
    const draft = await findDraftBundle(site.db, 'zoom')
    await as(site, lawyer, (ctx) => dropDraft(ctx, 'zoom'))
    await both('Theirs.')
    await publish('zoom')
    const opened = { opened_by: 'system', opened_at: new Date() }
    await site.db.insertInto('content_draft_base').values({ slug: 'zoom', version: draft!.basedOn!, ...opened }).execute()
    const [changed_by, changed_at] = ['system', new Date()]
    const rows = draft!.files.map((file) => ({ slug: 'zoom', ...file, changed_by, changed_at }))
    await site.db.insertInto('content_draft').values(rows).execute()
    const to = (await findBehind(site.db, 'zoom'))!.to
    const update = (choices: [string, 'draft' | 'published'][]) =>
      as(site, campaigner, (ctx) => bringUpToDate(ctx, 'zoom', { seen: to, choices: new Map(choices) }))
    expect(await update([['en/page/harm.md', 'draft']])).toEqual({ ok: false, because: 'choice-missing' })
    expect(await update([['en/page/harm.md', 'draft'], ['nl/page/harm.md', 'published']])).toMatchObject({ ok: true })
    const files = (await findDraftBundle(site.db, 'zoom'))!.files
    expect(['en', 'nl'].map((language) => files.find(({ path }) => path === `${language}/page/harm.md`)?.raw.trim().split('\n').at(-1)))
      .toEqual(['Mine.', 'Theirs.'])
  })
})

describe('taking back', () => {
  it('publishes the former files anew as the next version; nothing goes', async () => {
    const before = await findPublishedFiles(site.db, 'tiktok')
    for (const language of ['en', 'nl']) await change('A mistake.', 'tiktok', `${language}/page/harm.md`)
    await publish('tiktok')
    const mistaken = await version('tiktok')
    expect(await as(site, lawyer, (ctx) => takeBack(ctx, 'tiktok', { version: mistaken - 1, seen: mistaken })))
      .toEqual({ ok: true, value: { version: mistaken + 1, of: mistaken - 1 } })
    expect((await findPublishedFiles(site.db, 'tiktok'))?.files).toEqual(before?.files)
    expect((await listVersions(site.db, 'tiktok')).map(({ version: number }) => number)).toContain(mistaken)
  })

  it('is refused for what is not there, what moved on, and what changes nothing', async () => {
    const now = await version('tiktok')
    const back = (number: number, from = now) => as(site, lawyer, (ctx) => takeBack(ctx, 'tiktok', { version: number, seen: from }))
    expect(await back(99)).toEqual({ ok: false, because: 'no-such-version' })
    expect(await back(now)).toEqual({ ok: false, because: 'no-such-version' })
    expect(await back(1, now - 1)).toEqual({ ok: false, because: 'content-moved-on' })
    expect(await back(1)).toEqual({ ok: false, because: 'nothing-changed' })
  })

  it('can go into the draft instead, where none is in the way', async () => {
    const mistaken = (await version('tiktok')) - 1
    const draft = (replace: boolean) => as(site, campaigner, (ctx) => draftFormer(ctx, 'tiktok', { version: mistaken, replace }))
    expect(await draft(false)).toMatchObject({ ok: true })
    expect(await draft(false)).toEqual({ ok: false, because: 'draft-exists' })
    expect(await draft(true)).toMatchObject({ ok: true })
    expect((await findDraftBundle(site.db, 'tiktok'))?.files.find(({ path }) => path === 'en/page/harm.md')?.raw).toContain('A mistake.')
  })
})
