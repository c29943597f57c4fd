import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getAgreement, listAgreements } from '#claims/queries.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { checkBundle } from '#claims/check.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import { findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { dropDraft, openDraft } from '#drafting/draft.ts'
import { approve } from '#organisers/four-eyes/answer-proposal.ts'
import { findProposal } from '#organisers/four-eyes/proposals.ts'
import { organiser } from '../../test/desk.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { carryOutAgreements, newAgreementVersion, proposeAgreements } from './agreements.ts'
import { as, rewrite, seen } from './desk.fixture.ts'
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
const proposed = async () => {
  const hash = await seen(site, 'zoom')
  return as(site, campaigner, (ctx) => proposeAgreements(ctx, 'zoom', { seen: hash }))
}
const carryOut = (id: string, by = lawyer) => as(site, by, async (ctx) => {
  const approved = await approve(ctx, id)
  return approved.ok ? carryOutAgreements(ctx, approved.value) : approved
})

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
    const id = await proposed()
    if (!id.ok) throw new Error(id.because)
    expect(await carryOut(id.value, campaigner)).toEqual({ ok: false, because: 'own-proposal' })
    expect(await proposed()).toEqual({ ok: false, because: 'proposed-already' })
  })

  it('is published exactly as it was approved, and the bundle passes the check of a folder', async () => {
    const old = await listAgreements(site.db, 'zoom', 'en')
    await newVersion()
    await reword()
    const standing = await findStanding(site.db, 'zoom')
    expect(standing?.agreements.map(({ kind, language, version }) => `${kind} ${language} ${version}`))
      .toEqual(['mandate en 2026-11-23', 'mandate nl 2026-11-23'])
    const id = await proposed()
    if (!id.ok) throw new Error(id.because)
    expect((await findProposal(site.ctx(), id.value))?.subject).toMatchObject({ slug: 'zoom', bundle: standing?.bundle?.sha256 })
    const before = (await findNewest(site.db, 'zoom'))!.version
    expect(await carryOut(id.value)).toEqual({ ok: true, value: { version: before + 1 } })
    expect(await findNewest(site.db, 'zoom')).toMatchObject({ sha256: standing?.bundle?.sha256, publishedBy: lawyer })
    const now = await listAgreements(site.db, 'zoom', 'en')
    expect(now.find(({ kind }) => kind === 'mandate')).toMatchObject({ version: '2026-11-23', sha256: standing?.agreements[0]?.sha256 })
    const was = old.find(({ kind }) => kind === 'mandate')!
    expect(await getAgreement(site.db, 'zoom', 'mandate', was.version, 'en')).toMatchObject({ sha256: was.sha256 })
    const { bundle } = bundleOf('zoom', (await findPublishedFiles(site.db, 'zoom'))!.files)
    expect(checkBundle(bundle!, await findOrganisationFacts(site.db))).toEqual([])
  })

  it('is refused when one word of the draft changed after the proposal', async () => {
    await newVersion()
    await reword()
    const id = await proposed()
    if (!id.ok) throw new Error(id.because)
    await rewrite(site, campaigner, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support us today')
    const before = (await findNewest(site.db, 'zoom'))!.version
    expect(await carryOut(id.value)).toEqual({ ok: false, because: 'proposal-outdated' })
    expect((await findNewest(site.db, 'zoom'))!.version).toBe(before)
  })

  it('is refused when something else was published after the proposal', async () => {
    await newVersion()
    await reword()
    const id = await proposed()
    if (!id.ok) throw new Error(id.because)
    const rows = await site.db.selectFrom('content_draft').selectAll().where('slug', '=', 'zoom').execute()
    const base = await site.db.selectFrom('content_draft_base').selectAll().where('slug', '=', 'zoom').executeTakeFirstOrThrow()
    await as(site, campaigner, (ctx) => dropDraft(ctx, 'zoom'))
    await rewrite(site, campaigner, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support us now')
    const hash = await seen(site, 'zoom')
    await as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash))
    await site.db.insertInto('content_draft_base').values(base).execute()
    await site.db.insertInto('content_draft').values(rows).execute()
    expect(await carryOut(id.value)).toEqual({ ok: false, because: 'proposal-outdated' })
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

  it('has money, accounts and addresses of its own, which no one person changes, whether a text quotes them or not', async () => {
    const cases = [
      ['zoom', 'claim.yaml', /demandUpTo: 0/, 'demandUpTo: 100'],
      ['zoom', 'claim.yaml', /^money:$/m, 'money:\n  successBase: award-interest-and-costs'],
      ['zoom', 'claim.yaml', /^hosts: .*$/m, 'hosts: [elsewhere.example]'],
      ['organisation', 'organisation.yaml', 'NL91ABNA0417164300', 'DE89370400440532013000'],
    ] as const
    for (const [slug, path, from, to] of cases) {
      await rewrite(site, campaigner, slug, path, from, to)
      const hash = await seen(site, slug)
      const standing = await findStanding(site.db, slug)
    expect([to, standing?.obstacles, standing?.terms.length]).toEqual([to, ['agreements-by-two'], 1])
      for (const by of [campaigner, lawyer]) {
        expect(await as(site, by, (ctx) => publishDraft(ctx, slug, hash))).toEqual({ ok: false, because: 'agreements-by-two' })
        expect(await as(site, by, (ctx) => planPublication(ctx, slug, { dueAt: new Date('2026-12-01T10:00:00Z'), seen: hash })))
          .toEqual({ ok: false, because: 'agreements-by-two' })
      }
      await as(site, campaigner, (ctx) => dropDraft(ctx, slug))
    }
  })

  it('has terms that two people change, and one does not take back', async () => {
    await rewrite(site, campaigner, 'zoom', 'claim.yaml', /demandUpTo: 0/, 'demandUpTo: 100')
    const id = await proposed()
    if (!id.ok) throw new Error(id.because)
    const before = (await findNewest(site.db, 'zoom'))!.version
    expect(await carryOut(id.value)).toEqual({ ok: true, value: { version: before + 1 } })
    expect(await as(site, lawyer, (ctx) => takeBack(ctx, 'zoom', { version: before, seen: before + 1 }))).toEqual({ ok: false, because: 'agreements-by-two' })
  })

  it('gets a version that was never published, the same in both languages', async () => {
    await newVersion()
    const raws = (await findStanding(site.db, 'zoom'))!.draft.files.filter(({ path }) => texts.includes(path))
    expect(raws.map(({ raw }) => /^version: (.*)$/m.exec(raw)?.[1])).toEqual([`'2026-11-23.2'`, `'2026-11-23.2'`])
    expect(await as(site, campaigner, (ctx) => newAgreementVersion(ctx, 'zoom', 'assignment'))).toEqual({ ok: false, because: 'no-such-text' })
    expect(await as(site, campaigner, (ctx) => newAgreementVersion(ctx, 'zoom', 'mandate.md'))).toEqual({ ok: false, because: 'no-such-text' })
  })

  it('needs no proposal where nothing new is to be agreed', async () => {
    await rewrite(site, campaigner, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support')
    expect(await proposed()).toEqual({ ok: false, because: 'no-new-agreements' })
  })
})
