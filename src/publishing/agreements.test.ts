import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getAgreement, listAgreements } from '#claims/queries.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { checkBundle } from '#claims/check.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import { findClaimFacts, findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { dropDraft, openDraft, putFile } from '#drafting/draft.ts'
import { approveAndDo } from '#organisers/four-eyes/approve-and-do.ts'
import { findProposal } from '#organisers/four-eyes/proposals.ts'
import { organiser } from '../../test/desk.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { carryOutAgreements, newAgreementVersion, proposeAgreements } from './agreements.ts'
import { as, rewrite, seen, seenByTwo } from './desk.fixture.ts'
import { publishDraft } from './publish-draft.ts'
import { planPublication } from '#publishing/plans/plan-publication.ts'
import { findStanding } from './standing.ts'
import { takeBack } from './take-back.ts'

let site: TestSite
let [campaigner, lawyer] = ['', '']
beforeAll(async () => {
  site = await testSite()
  campaigner = (await organiser(site, ['campaigner'])).personId
  lawyer = (await organiser(site, ['lawyer'])).personId
})
afterAll(() => site.close())
beforeEach(() => as(site, campaigner, (ctx) => dropDraft(ctx, 'zoom')))

const texts = ['en/agreements/mandate.md', 'nl/agreements/mandate.md']
const newVersion = async () => {
  await as(site, campaigner, async (ctx) => {
    await openDraft(ctx, 'zoom')
    return newAgreementVersion(ctx, 'zoom', 'mandate')
  })
}
let clause = 0
const reword = async () => {
  clause += 1
  for (const path of texts) await rewrite(site, campaigner, 'zoom', path, /$/, `\n**9.${clause}** Clause.\n`)
}
const proposed = async (slug = 'zoom') => {
  const id = await seenByTwo(site, slug)
  return as(site, campaigner, (ctx) => proposeAgreements(ctx, slug, { seen: id }))
}
const rewritten = (path: string, from: string | RegExp, to: string) => rewrite(site, campaigner, 'zoom', path, from, to)
const asked = async (slug = 'zoom') => {
  const id = await proposed(slug)
  if (!id.ok) throw new Error(id.because)
  return id.value
}
const newest = async () => (await findNewest(site.db, 'zoom'))!.version
const published = async (path: string) => (await findPublishedFiles(site.db, 'zoom'))!.files.find((file) => file.path === path)!.raw
const headline = (word: string) => rewritten('en/page/support.md', /^# .*$/m, `# ${word}`)
const carryOut = (id: string, by = lawyer) => as(site, by, (ctx) => approveAndDo(ctx, id, (approved) => carryOutAgreements(ctx, approved)))

describe('a new agreement', () => {
  it('is published by nobody alone: not at once, not planned, not by its proposer (SE-03)', async () => {
    await newVersion()
    await reword()
    const hash = await seen(site, 'zoom')
    for (const by of [campaigner, lawyer]) {
      expect(await as(site, by, (ctx) => publishDraft(ctx, 'zoom', hash))).toEqual({ ok: false, because: 'agreements-by-two' })
      expect(await as(site, by, (ctx) => planPublication(ctx, 'zoom', { dueAt: new Date('2026-12-01T10:00:00Z'), seen: hash })))
        .toEqual({ ok: false, because: 'agreements-by-two' })
    }
    const id = await asked()
    expect(await carryOut(id, campaigner)).toEqual({ ok: false, because: 'own-proposal' })
    expect(await proposed()).toEqual({ ok: false, because: 'proposed-already' })
  })

  it('is published exactly as it was approved, and the bundle passes the check of a folder', async () => {
    const old = await listAgreements(site.db, 'zoom', 'en')
    await newVersion()
    await reword()
    const standing = await findStanding(site.db, 'zoom')
    expect(standing?.byTwo?.agreements.map(({ kind, language, version }) => `${kind} ${language} ${version}`))
      .toEqual(['mandate en 2026-11-23', 'mandate nl 2026-11-23'])
    const id = await asked()
    expect((await findProposal(site.ctx(), id))?.subject).toMatchObject({ slug: 'zoom', part: standing?.byTwo?.id, whole: false })
    const before = (await findNewest(site.db, 'zoom'))!.version
    expect(await carryOut(id)).toEqual({ ok: true, value: { version: before + 1 } })
    expect(await findNewest(site.db, 'zoom')).toMatchObject({ sha256: standing?.byTwo?.bundle?.sha256, publishedBy: lawyer })
    const now = await listAgreements(site.db, 'zoom', 'en')
    expect(now.find(({ kind }) => kind === 'mandate')).toMatchObject({
      version: '2026-11-23', sha256: standing?.byTwo?.agreements[0]?.sha256,
    })
    const was = old.find(({ kind }) => kind === 'mandate')!
    expect(await getAgreement(site.db, 'zoom', 'mandate', was.version, 'en')).toMatchObject({ sha256: was.sha256 })
    const { bundle } = bundleOf('zoom', (await findPublishedFiles(site.db, 'zoom'))!.files)
    expect(checkBundle(bundle!, await findOrganisationFacts(site.db))).toEqual([])
  })

  it('takes nothing along: the rest of the draft stays one, on top of the new version, and can be published by one person', async () => {
    await newVersion()
    await reword()
    await headline('Support us today')
    const before = await published('en/page/support.md')
    const id = await asked()
    await headline('Support us tomorrow')
    const { ok } = await carryOut(id)
    expect([ok, await published('en/page/support.md')]).toEqual([true, before])
    expect(await published('en/agreements/mandate.md')).toContain(`**9.${clause}** Clause.`)
    const standing = await findStanding(site.db, 'zoom')
    expect([standing?.byTwo, standing?.obstacles, standing?.draft.basedOn]).toEqual([undefined, [], await newest()])
    expect(standing?.draft.changedBy).toBe(`organiser:${campaigner}`)
    const hash = await seen(site, 'zoom')
    await as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash))
    expect(await published('en/page/support.md')).toContain('Support us tomorrow')
    expect(await findStanding(site.db, 'zoom')).toBeUndefined()
  })

  it('does not hold up the rest: one person publishes that meanwhile, and the proposal stands', async () => {
    await newVersion()
    await reword()
    await rewritten('claim.yaml', /demandUpTo: \d+/, 'demandUpTo: 70000')
    const id = await asked()
    await headline('Support us at once')
    const [hash, terms] = [await seen(site, 'zoom'), (await findClaimFacts(site.db, 'zoom'))?.money]
    expect(await as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash))).toMatchObject({ ok: true })
    expect(await published('en/page/support.md')).toContain('Support us at once')
    expect(await published('en/agreements/mandate.md')).not.toContain(`**9.${clause}** Clause.`)
    expect((await findClaimFacts(site.db, 'zoom'))?.money).toEqual(terms)
    expect(await carryOut(id)).toMatchObject({ ok: true })
    expect(await published('en/agreements/mandate.md')).toContain(`**9.${clause}** Clause.`)
    expect((await findClaimFacts(site.db, 'zoom'))?.money.demandUpTo).toBe(70_000)
    expect(await findStanding(site.db, 'zoom')).toBeUndefined()
  })

  it('is refused when one word of it changed after the proposal, or a fact that it quotes', async () => {
    await newVersion()
    await reword()
    const [id, before] = [await asked(), await newest()]
    await rewritten('en/agreements/mandate.md', `**9.${clause}** Clause.`, `**9.${clause}** Another clause.`)
    expect(await carryOut(id)).toEqual({ ok: false, because: 'proposal-outdated' })
    await rewritten('en/agreements/mandate.md', `**9.${clause}** Another clause.`, `**9.${clause}** Clause.`)
    await rewritten('claim.yaml', /^money:$/m, 'money:\n  successRounding: nearest')
    expect(await carryOut(id)).toEqual({ ok: false, because: 'proposal-outdated' })
    expect(await newest()).toBe(before)
  })

  it('brings along a fact that it quotes, which is published with it and not before', async () => {
    await newVersion()
    await rewritten('claim.yaml', /^facts:$/m, 'facts:\n  noticeDays: { count: 14 }')
    for (const path of texts) await rewritten(path, /$/, `\n**8.${clause += 1}** {{noticeDays}}.\n`)
    const standing = await findStanding(site.db, 'zoom')
    expect(standing?.byTwo).toMatchObject({ whole: false, obstacles: [], terms: [{ path: ['facts', 'noticeDays', 'count'], after: '14' }] })
    expect(standing?.obstacles).toEqual(['agreements-by-two'])
    expect(await carryOut(await asked())).toMatchObject({ ok: true })
    expect(await published('claim.yaml')).toContain('noticeDays: { count: 14 }')
  })

  it('that leans on another text of the draft takes the whole draft along, and says so', async () => {
    await rewritten('claim.yaml', /^timeline:$/m, "timeline:\n  - { id: end-of-offer, on: '2027-01-01' }")
    await rewritten('claim.yaml', /^money:$/m, 'money:\n  combinedOfferEndsWith: end-of-offer')
    for (const language of ['en', 'nl'])
      await as(site, campaigner, (ctx) => putFile(ctx, 'zoom', `${language}/timeline/end-of-offer.md`, '# End\n\nWords.\n'))
    await headline('Support all of us')
    expect((await findStanding(site.db, 'zoom'))?.byTwo).toMatchObject({ whole: true, obstacles: [] })
    const id = await asked()
    await headline('Support nobody')
    expect(await carryOut(id)).toEqual({ ok: false, because: 'proposal-outdated' })
    await headline('Support all of us')
    expect(await carryOut(id)).toMatchObject({ ok: true })
    expect(await published('en/page/support.md')).toContain('Support all of us')
    expect(await findStanding(site.db, 'zoom')).toBeUndefined()
  })

  it('may not be the old one with other words, nor change what is signed, by one person', async () => {
    await reword()
    const hash = await seen(site, 'zoom')
    expect(await as(site, lawyer, (ctx) => publishDraft(ctx, 'zoom', hash))).toEqual({ ok: false, because: 'draft-has-findings' })
    await as(site, campaigner, (ctx) => dropDraft(ctx, 'zoom'))
    await rewrite(site, campaigner, 'zoom', 'claim.yaml', '  - { kind: privacy-notice, of: organisation, act: read }\n', '')
    const other = await seen(site, 'zoom')
    expect(await as(site, lawyer, (ctx) => publishDraft(ctx, 'zoom', other))).toEqual({ ok: false, because: 'agreements-by-two' })
  })

  it('has money, accounts, addresses, the end of joining and of an offer, and a court, that two people change (SE-03, MO-09)', async () => {
    const cases = [
      ['zoom', 'claim.yaml', /demandUpTo: \d+/, 'demandUpTo: 100'],
      ['zoom', 'claim.yaml', /^money:$/m, 'money:\n  successBase: award-interest-and-costs'],
      ['zoom', 'claim.yaml', /^hosts: .*$/m, 'hosts: [elsewhere.example]'],
      ['zoom', 'claim.yaml', /^phase: .*$/m, '$&\nsignUpsUntil: merits'],
      [
        'zoom', 'claim.yaml', /^facts:$/m,
        `court: { name: Court, address: [Street], caseNumber: '1', announcedOn: '2026-01-01', lastDay: '2026-03-01',`
          + ` referenceDate: '2026-01-01' }\nfacts:`,
      ],
      ['zoom', 'claim.yaml', /- \{ id: end-of-offer, on: '2027-01-01' \}/, "- { id: end-of-offer, on: '2028-01-01' }"],
      ['organisation', 'organisation.yaml', 'NL91ABNA0417164300', 'DE89370400440532013000'],
    ] as const
    for (const [slug, path, from, to] of cases) {
      await rewrite(site, campaigner, slug, path, from, to)
      const hash = await seen(site, slug)
      const standing = await findStanding(site.db, slug)
      expect([to, standing?.obstacles, standing?.byTwo?.terms.length]).toEqual([to, ['agreements-by-two'], to.startsWith('court') ? 6 : 1])
      expect(await as(site, lawyer, (ctx) => publishDraft(ctx, slug, hash))).toEqual({ ok: false, because: 'agreements-by-two' })
      await as(site, campaigner, (ctx) => dropDraft(ctx, slug))
    }
  })

  it('has terms that two people change, and one does not take back', async () => {
    await rewrite(site, campaigner, 'zoom', 'claim.yaml', /demandUpTo: \d+/, 'demandUpTo: 100')
    const id = await asked()
    const before = (await findNewest(site.db, 'zoom'))!.version
    expect(await carryOut(id)).toEqual({ ok: true, value: { version: before + 1 } })
    expect(await as(site, lawyer, (ctx) => takeBack(ctx, 'zoom', { version: before, seen: before + 1 }))).toEqual({
      ok: false, because: 'agreements-by-two',
    })
  })

  it('gets a version that was never published, the same in both languages', async () => {
    await newVersion()
    const raws = (await findStanding(site.db, 'zoom'))!.draft.files.filter(({ path }) => texts.includes(path))
    const versions = raws.map(({ raw }) => /^version: '(.*)'$/m.exec(raw)?.[1])
    expect(versions).toEqual([expect.stringMatching(/^2026-11-23\.\d$/), versions[0]])
    const taken = await site.db.selectFrom('agreement_text').select('version').where('slug', '=', 'zoom').execute()
    expect(taken.map(({ version }) => version)).not.toContain(versions[0])
    expect(await as(site, campaigner, (ctx) => newAgreementVersion(ctx, 'zoom', 'assignment'))).toEqual({
      ok: false, because: 'no-such-text',
    })
    expect(await as(site, campaigner, (ctx) => newAgreementVersion(ctx, 'zoom', 'mandate.md'))).toEqual({
      ok: false, because: 'no-such-text',
    })
  })

  it('needs no proposal where nothing new is to be agreed', async () => {
    await rewrite(site, campaigner, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support')
    expect(await proposed()).toEqual({ ok: false, because: 'no-new-agreements' })
  })
})
