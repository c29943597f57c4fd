import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findClaimFacts, findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { getContent } from '#claims/queries.ts'
import { changeText } from '#drafting/change-text.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { dropDraft, findFile, openDraft } from '#drafting/draft.ts'
import { setFact } from '#drafting/change-facts.ts'
import { shaOf } from '#drafting/texts.ts'
import { as, rewrite, seen } from '#publishing/desk.fixture.ts'
import { planPublication } from '#publishing/plans/plan-publication.ts'
import { publishDraft } from '#publishing/publish-draft.ts'
import { takeBack } from '#publishing/take-back.ts'
import { organiser } from '../../test/desk.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { changeDisclosure, listDisclosureVersions } from './disclosures.ts'
import { beforeOpening } from './gate.ts'
import { listPhaseSteps } from './history.ts'
import { movePhase, type AskedMove } from './move-phase.ts'
import { findPhaseStanding, listLacks } from './standing.ts'

let site: TestSite
let lawyer = ''
beforeAll(async () => {
  site = await testSite()
  lawyer = (await organiser(site, ['lawyer'])).personId
})
afterAll(() => site.close())

const slug = 'bank-cartel'
const evidence = { on: '2026-11-20', reference: 'Decision of the board of 20 November 2026, item 4' }
const move = async (asked: Partial<AskedMove>, of = slug) => {
  const newest = await findNewest(site.db, of)
  return as(site, lawyer, (ctx) => movePhase(ctx, of, { to: 'open', reason: 'move', evidence, seen: newest!.version, ...asked }))
}
const supply = async (items: readonly string[]) => {
  for (const id of items) {
    await as(site, lawyer, (ctx) => changeDisclosure(ctx, { id, adopted: '2026-06-30', published: '2026-07-01', supplied: true }))
    await as(site, lawyer, async (ctx) => {
      for (const language of ['en', 'nl'] as const) {
        const before = await findFile(ctx, 'organisation', `${language}/transparency/${id}.md`)
        const markdown = `${before!.split('\n')[0]}\n\n[${id}](https://example.org/${id.toLowerCase()}.pdf)\n`
        await changeText(ctx, 'organisation', { language, name: `transparency/${id}`, markdown, seenSha: shaOf(before) })
      }
    })
  }
  const hash = await seen(site, 'organisation')
  return as(site, lawyer, (ctx) => publishDraft(ctx, 'organisation', hash))
}

describe('the gate of a claim', () => {
  it('is told item by item, and nobody opens the claim on any road of the desk before it is open (WEB-01 to WEB-09)', async () => {
    const lacks = await listLacks(site.ctx())
    expect(lacks.map(({ item, code }) => `${item} ${code}`)).toEqual(
      ['WEB-01', 'WEB-02', 'WEB-03', 'WEB-04', 'WEB-05'].map((item) => `${item} not-supplied`),
    )
    expect((await findPhaseStanding(site.ctx(), slug))?.moves.map(({ to }) => to)).toEqual(['open', 'withdrawn'])
    expect(await move({})).toEqual({ ok: false, because: 'gate-closed' })

    await as(site, lawyer, async (ctx) => { await openDraft(ctx, slug); return setFact(ctx, slug, ['phase'], 'open') })
    const hash = await seen(site, slug)
    expect(await as(site, lawyer, (ctx) => publishDraft(ctx, slug, hash))).toEqual({ ok: false, because: 'phase-not-moved' })
    expect(await as(site, lawyer, (ctx) => planPublication(ctx, slug, { dueAt: new Date('2026-11-30T10:00:00Z'), seen: hash })))
      .toEqual({ ok: false, because: 'phase-not-moved' })
    await as(site, lawyer, (ctx) => dropDraft(ctx, slug))
    expect((await findClaimFacts(site.db, slug))?.phase).toBe('pre_registration')
  })

  it('stays closed while one item lacks one day', async () => {
    expect(await supply(['WEB-01', 'WEB-02', 'WEB-03', 'WEB-04', 'WEB-05'])).toMatchObject({ ok: true })
    expect(await listLacks(site.ctx())).toEqual([])
    await as(site, lawyer, (ctx) => changeDisclosure(ctx, { id: 'WEB-03', adopted: undefined, published: '2026-07-01', supplied: true }))
    const hash = await seen(site, 'organisation')
    await as(site, lawyer, (ctx) => publishDraft(ctx, 'organisation', hash))
    expect(await listLacks(site.ctx())).toEqual([{ item: 'WEB-03', code: 'no-adopted-date' }])
    expect(await move({})).toEqual({ ok: false, because: 'gate-closed' })
    expect((await listDisclosureVersions(site.db, 'WEB-03')).map(({ version, adopted }) => [version, adopted]))
      .toEqual([[3, undefined], [2, '2026-06-30'], [1, undefined]])
    expect((await listDisclosureVersions(site.db, 'WEB-06')).map(({ version }) => version)).toEqual([1])
  })
})

describe('a move', () => {
  it('needs its evidence, a day that has been, and the version that was looked at', async () => {
    await supply(beforeOpening)
    expect(await listLacks(site.ctx())).toEqual([])
    expect(await move({ evidence: { on: '2026-11-20' } })).toEqual({ ok: false, because: 'reference-of-decision-missing' })
    expect(await move({ evidence: { ...evidence, on: '2026-11-24' } })).toEqual({ ok: false, because: 'day-to-come' })
    expect(await move({ seen: 9 })).toEqual({ ok: false, because: 'content-moved-on' })
    expect(await move({ to: 'merits' })).toEqual({ ok: false, because: 'no-such-move' })
    expect(await move({ to: 'draft', reason: 'mistake' })).toEqual({ ok: false, because: 'no-such-move' })
    expect(await move({}, 'nothing').catch((error: Error) => error.message)).toMatch(/undefined/)
  })

  it('publishes the same files with the new phase, keeps who and why, and takes a draft along', async () => {
    for (const language of ['en', 'nl'])
      await rewrite(site, lawyer, slug, `${language}/page/harm.md`, /\n\n[\s\S]*$/, '\n\nStill a draft.\n')
    expect(await move({})).toEqual({ ok: true, value: { version: 2 } })
    expect((await findClaimFacts(site.db, slug))?.phase).toBe('open')
    expect((await getContent(site.db, slug, 'en')).text('page/harm')?.markdown).not.toBe('Still a draft.')
    const draft = await findDraftBundle(site.db, slug)
    expect([draft?.basedOn, draft?.bundle?.facts.kind === 'claim' && draft.bundle.facts.phase]).toEqual([2, 'open'])
    const hash = await seen(site, slug)
    expect(await as(site, lawyer, (ctx) => publishDraft(ctx, slug, hash))).toMatchObject({ ok: true })
    expect(await listPhaseSteps(site.db, slug)).toMatchObject([
      { version: 2, from: 'pre_registration', to: 'open', by: lawyer, origin: 'desk', reason: 'move', evidence },
      { version: 1, from: undefined, to: 'pre_registration', origin: 'folder', evidence: undefined },
    ])
  })

  it('asks for a document of the claim where the table does, and of two at once happens once', async () => {
    expect(await move({ to: 'notice_sent' })).toEqual({ ok: false, because: 'document-missing' })
    expect(await move({ to: 'notice_sent', evidence: { ...evidence, document: 'none' } })).toEqual({
      ok: false, because: 'document-missing',
    })
    const { version } = (await findNewest(site.db, slug))!
    const [document] = (await findClaimFacts(site.db, slug))!.documents
    const asked = { to: 'notice_sent', evidence: { on: '2026-11-21', document: document!.id }, seen: version } as const
    const outcomes = await Promise.all([move(asked), move(asked)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find((one) => !one.ok)).toEqual({ ok: false, because: 'content-moved-on' })
    expect(await move({ to: 'stayed', evidence: { on: '2026-11-22', reference: 'Order' } })).toMatchObject({ ok: true })
    expect((await findPhaseStanding(site.ctx(), slug))?.moves.map(({ to }) => to)).toEqual(['notice_sent', 'withdrawn'])
  })

  it('that was a mistake is undone by a move of its own', async () => {
    expect(await move({ to: 'open', reason: 'mistake' })).toEqual({ ok: false, because: 'no-such-move' })
    expect(await move({ to: 'notice_sent', reason: 'mistake', evidence: { on: '2026-11-22' } })).toEqual({
      ok: false, because: 'reference-of-decision-missing',
    })
    expect(await move({ to: 'notice_sent', reason: 'mistake' })).toMatchObject({ ok: true })
    expect((await listPhaseSteps(site.db, slug)).map(({ to, reason }) => `${to} ${reason}`).slice(0, 2)).toEqual([
      'notice_sent mistake', 'stayed move',
    ])
  })

  it('is not undone by taking back a version: the phase stays as it is', async () => {
    const now = (await findNewest(site.db, slug))!
    await as(site, lawyer, (ctx) => takeBack(ctx, slug, { version: 1, seen: now.version }))
    expect((await findNewest(site.db, slug))?.phase).toBe(now.phase)
    expect((await findOrganisationFacts(site.db))?.claims).toContain(slug)
  })
})
