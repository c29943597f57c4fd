import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { languageAndName } from '#claims/read-bundle.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { dropDraft } from '#drafting/draft.ts'
import type { Ctx } from '#platform/ctx.ts'
import { pages } from '#web/pages.ts'
import { organiser } from '../../test/desk.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { beginClaim, type NewClaim } from './new-claim.ts'
import { isFreeSlug, reservedSlugs } from './slugs.ts'
import { takeIn } from './take-in.ts'
import { packBundle } from './zip.ts'

let site: TestSite
let campaigner = ''
beforeAll(async () => {
  site = await testSite()
  campaigner = (await organiser(site, ['campaigner'])).personId
})
afterAll(() => site.close())
const at = <T>(act: (ctx: Ctx) => Promise<T>) => site.db.transaction().execute((db) => act({ ...site.ctx(`organiser:${campaigner}`), db }))
beforeEach(() => at(async (ctx) => { for (const slug of ['lamp', 'zoom', 'organisation']) await dropDraft(ctx, slug) }))

const lamp: NewClaim = {
  slug: 'lamp', name: { en: 'Lamp claim', nl: 'Lampclaim' }, company: 'Lamp',
  respondent: { name: 'Lamp B.V.', country: 'NL' },
}
const begin = (claim: Partial<NewClaim>) => at((ctx) => beginClaim(ctx, { ...lamp, ...claim }))

describe('a new claim', () => {
  it('from nothing is complete but for the gaps: each is listed where it is to be written, and nothing else is wrong', async () => {
    expect(await begin({})).toEqual({ ok: true, value: undefined })
    const draft = await findDraftBundle(site.db, 'lamp')
    const facts = draft?.bundle?.facts
    expect(facts?.kind === 'claim' && [facts.phase, facts.name.nl, facts.respondents, facts.money.registrationFee])
      .toEqual(['draft', 'Lampclaim', [{ name: 'Lamp B.V.', country: 'NL' }], 1750])
    const others = draft!.findings.filter(({ code }) => code !== 'to-write' && code !== 'not-listed')
    expect(others.map(({ path, message }) => `${path} ${message}`)).toEqual([])
    const gaps = new Set(draft!.findings.filter(({ code }) => code === 'to-write').map(({ path }) => path))
    expect(draft!.files.filter(({ path }) => languageAndName(path)[0] && !gaps.has(path))).toEqual([])
  })

  it('from an example takes its texts and leaves its news, dates, sources and locks', async () => {
    expect(await begin({ from: 'tiktok' })).toMatchObject({ ok: true })
    const draft = await findDraftBundle(site.db, 'lamp')
    const facts = draft?.bundle?.facts
    expect(facts).toMatchObject({
      slug: 'lamp', phase: 'draft', hosts: [], company: 'Lamp', sources: [], timeline: [], documents: [], news: [],
    })
    expect(draft!.files.some(({ path }) => /agreements\.lock|\/(?:news|timeline|documents)\//.test(path))).toBe(false)
    expect(draft!.bundle!.texts.filter(({ head }) => head).every(({ head }) => head?.version === '2026-11-23')).toBe(true)
    expect(draft!.findings.map(({ code }) => code).filter((code) => !['no-source', 'unknown-fact', 'not-listed'].includes(code))).toEqual(
      [],
    )
  })

  it('is nowhere for the public', async () => {
    await begin({})
    expect((await site.app.request('http://localhost:8080/en/lamp')).status).toBe(404)
    expect(await findPublishedFiles(site.db, 'lamp')).toBeUndefined()
  })

  it('is refused under a name that is taken, reserved, or no name', async () => {
    expect(await begin({ slug: 'zoom' })).toEqual({ ok: false, because: 'slug-taken' })
    await begin({})
    expect(await begin({})).toEqual({ ok: false, because: 'slug-taken' })
    for (const slug of ['desk', 'new', 'Lamp', 'lamp_2', '-lamp', 'a', 'a'.repeat(41), 'en', '']) {
      expect([slug, await begin({ slug })]).toEqual([slug, { ok: false, because: 'slug-not-free' }])
    }
    expect(await begin({ slug: 'lamp-2', from: 'nothing' })).toEqual({ ok: false, because: 'no-such-example' })
    expect(await begin({ slug: 'lamp-2', from: 'organisation' })).toEqual({ ok: false, because: 'no-such-example' })
  })

  it('can have no name that an address of the site or of the claims at the desk begins with', () => {
    const first = pages.map(({ path }) => path.replace(/^\/:lang\{[^}]*\}/, '').replace(/^\//, '').split('/')[0]!)
    const atDesk = pages.map(({ path }) => /\/desk\/claims\/([^/:]+)/.exec(path)?.[1] ?? '')
    for (const word of [...first, ...atDesk].filter((part) => /^[a-z0-9-]+$/.test(part)))
      expect([word, isFreeSlug(word)]).toEqual([word, false])
    expect(reservedSlugs).toEqual(reservedSlugs.toSorted())
  })
})

describe('a bundle that is brought along', () => {
  const zoom = async (change: Record<string, string> = {}) => {
    const { files } = (await findPublishedFiles(site.db, 'zoom'))!
    return packBundle(files.map(({ path, raw }) => ({ path, raw: change[path] ?? raw })), site.clock.now())
  }
  const yaml = async () => (await findPublishedFiles(site.db, 'zoom'))!.files.find(({ path }) => path === 'claim.yaml')!.raw
  const take = (bytes: Uint8Array, options = {}) => at((ctx) => takeIn(ctx, bytes, options))

  it('becomes a draft byte for byte, and is not published', async () => {
    const published = await findPublishedFiles(site.db, 'zoom')
    expect(await take(await zoom())).toEqual({ ok: true, value: { slug: 'zoom', findings: [], phaseKept: false } })
    expect((await findDraftBundle(site.db, 'zoom'))?.files).toEqual(published?.files)
    expect(await findPublishedFiles(site.db, 'zoom')).toEqual(published)
  })

  it('does not replace a draft unless that was ticked', async () => {
    await take(await zoom())
    expect(await take(await zoom())).toEqual({ ok: false, because: 'draft-exists' })
    expect(await take(await zoom(), { replace: true })).toMatchObject({ ok: true })
  })

  it('keeps the phase that is published here, and begins in `draft` where nothing is', async () => {
    const opened = (await yaml()).replace('phase: open', 'phase: merits')
    expect(await take(await zoom({ 'claim.yaml': opened }))).toMatchObject({ ok: true, value: { slug: 'zoom', phaseKept: true } })
    expect((await findDraftBundle(site.db, 'zoom'))?.bundle?.facts).toMatchObject({ phase: 'open' })
    expect(await take(await zoom({ 'claim.yaml': opened.replace('slug: zoom', 'slug: lamp') }))).toMatchObject({
      ok: true, value: { slug: 'lamp', phaseKept: true },
    })
    expect((await findDraftBundle(site.db, 'lamp'))?.bundle?.facts).toMatchObject({ phase: 'draft' })
  })

  it('leaves no draft when something is wrong with it, and says what', async () => {
    expect(await take(Buffer.from('no zip'))).toMatchObject({ ok: true, value: { slug: undefined, findings: [{ code: 'no-zip' }] } })
    expect(await take(await zoom({ 'claim.yaml': 'kind: [' }))).toMatchObject({
      ok: true, value: { slug: undefined, findings: [{ path: 'bundle/claim.yaml', code: 'not-yaml' }] },
    })
    const laughs = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join('\n')
    expect(await take(await zoom({ 'claim.yaml': `slug: zoom\nphase: open\na0: &a0 [x]\n${laughs}\n` })))
      .toMatchObject({ ok: true, value: { slug: undefined, findings: [{ code: 'not-yaml' }] } })
    expect(await take(await zoom({ 'claim.yaml': 'kind: claim\n' }))).toMatchObject({ ok: true, value: { slug: undefined } })
    expect(await take(await zoom({ 'claim.yaml': (await yaml()).replace('slug: zoom', 'slug: desk') }))).toEqual({
      ok: false, because: 'slug-not-free',
    })
    expect(await findDraftBundle(site.db, 'zoom')).toBeUndefined()
  })

  it('may be the foundation', async () => {
    const { files } = (await findPublishedFiles(site.db, 'organisation'))!
    expect(await take(await packBundle(files, site.clock.now()))).toMatchObject({ ok: true, value: { slug: 'organisation' } })
  })
})
