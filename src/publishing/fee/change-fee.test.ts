import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBundle } from '#claims/check.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { getAgreement, listAgreements } from '#claims/queries.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import { findClaimFacts, findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { dropDraft } from '#drafting/draft.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { approveAndDo } from '#organisers/four-eyes/approve-and-do.ts'
import { as, rewrite, seen } from '#publishing/desk.fixture.ts'
import { publishDraft } from '#publishing/publish-draft.ts'
import { organiser } from '../../../test/desk.ts'
import { testSite, type TestSite } from '../../../test/builders.ts'
import { carryOutFee, proposeFee } from './change-fee.ts'
import { findFeeChange } from './fee-change.ts'
import { splitVat } from './fee-files.ts'

let site: TestSite
let [campaigner, lawyer] = ['', '']
beforeAll(async () => {
  site = await testSite()
  campaigner = (await organiser(site, ['campaigner'])).personId
  lawyer = (await organiser(site, ['lawyer'])).personId
})
afterAll(() => site.close())

const slugs = ['organisation', 'bank-cartel', 'tiktok', 'zoom']
const versions = async () => Promise.all(slugs.map(async (slug) => (await findNewest(site.db, slug))!.version))
const fees = async () => {
  const { facts } = (await findOrganisationFacts(site.db))!
  const claims = await Promise.all(slugs.slice(1).map(async (slug) => (await findClaimFacts(site.db, slug))!.money.registrationFee))
  return [facts['registrationFee'], facts['registrationFeeNet'], facts['registrationFeeVat'], ...claims]
}
const propose = async (to: number) => {
  const change = await findFeeChange(site.ctx(), { to })
  return as(site, campaigner, (ctx) => proposeFee(ctx, { to, seen: change?.id ?? '' }))
}
const asked = async (to: number) => {
  const proposed = await propose(to)
  if (!proposed.ok) throw new Error(proposed.because)
  return proposed.value
}
const approve = (id: string, by = lawyer) => as(site, by, (ctx) => approveAndDo(ctx, id, (proposal) => carryOutFee(ctx, proposal)))

describe('the registration fee', () => {
  it('is split into net and VAT that add up to the cent (MO-08)', () => {
    expect(splitVat(1750, 21)).toEqual({ net: 1446, vat: 304 })
    fc.assert(fc.property(fc.nat(1_000_000), fc.nat(100), (cents, percent) => {
      const { net, vat } = splitVat(cents, percent)
      expect(net + vat).toBe(cents)
      expect(Math.abs(vat - (net * percent) / 100)).toBeLessThanOrEqual(1)
    }))
  })

  it('changes in the foundation and in every claim at once, by two people (MO-09, SE-03)', async () => {
    const [before, old] = [await versions(), await listAgreements(site.db, 'tiktok', 'nl')]
    await rewrite(site, campaigner, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support in a draft')
    const id = await asked(2500)
    expect(await propose(2500)).toEqual({ ok: false, because: 'proposed-already' })
    expect(await approve(id, campaigner)).toEqual({ ok: false, because: 'own-proposal' })
    expect(await versions()).toEqual(before)
    expect(await approve(id)).toEqual({ ok: true, value: { from: 1750, to: 2500 } })
    expect(await fees()).toEqual([{ cents: 2500 }, { cents: 2066 }, { cents: 434 }, 2500, 2500, 2500])
    expect(await versions()).toEqual(before.map((version) => version + 1))

    const now = await listAgreements(site.db, 'tiktok', 'nl')
    expect(now.find(({ kind }) => kind === 'participation-agreement')).toMatchObject({
      version: '2026-11-23', body: expect.stringContaining('€\u00a025') as unknown,
    })
    const unquoted = ({ kind }: { kind: string }) => kind === 'mandate'
    expect(now.find(unquoted)).toEqual(old.find(unquoted))
    const was = old.find(({ kind }) => kind === 'participation-agreement')!
    expect(await getAgreement(site.db, 'tiktok', was.kind, was.version, 'nl')).toMatchObject({ sha256: was.sha256 })
    for (const slug of slugs) {
      const { bundle } = bundleOf(slug, (await findPublishedFiles(site.db, slug))!.files)
      expect([slug, checkBundle(bundle!, await findOrganisationFacts(site.db))]).toEqual([slug, []])
    }
    const draft = await findDraftBundle(site.db, 'zoom')
    expect([draft?.basedOn, draft?.findings]).toEqual([before[3]! + 1, []])
    expect(draft?.files.find(({ path }) => path === 'en/page/support.md')?.raw).toContain('Support in a draft')
    await as(site, campaigner, (ctx) => dropDraft(ctx, 'zoom'))
  })

  it('is refused where it is the same, too large, or was not looked at', async () => {
    expect(await propose(2500)).toEqual({ ok: false, because: 'fee-is-the-same' })
    for (const to of [50_001, -1, 17.5]) {
      expect(await as(site, campaigner, (ctx) => proposeFee(ctx, { to, seen: '' }))).toEqual({ ok: false, because: 'fee-too-large' })
    }
    expect(await as(site, campaigner, (ctx) => proposeFee(ctx, { to: 1500, seen: 'ab' }))).toEqual({
      ok: false, because: 'content-moved-on',
    })
  })

  it('is not changed where an approved agreement would say something else by now; other words do not matter', async () => {
    const id = await asked(3000)
    await rewrite(site, campaigner, 'zoom', 'en/page/support.md', /^# .*$/m, '# Support meanwhile')
    const hash = await seen(site, 'zoom')
    await as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash))
    const other = await asked(3500)
    expect(await approve(id)).toMatchObject({ ok: true })
    expect(await approve(other)).toEqual({ ok: false, because: 'proposal-outdated' })
    expect((await fees())[0]).toEqual({ cents: 3000 })
  })

  it('does not go back to an amount at which an agreement had the same words, and says so before it is proposed (SG-06)', async () => {
    for (const to of [2750, 2250]) expect(await approve(await asked(to))).toMatchObject({ ok: true })
    const { findings } = (await findFeeChange(site.ctx(), { to: 2750 }))!
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['same-words']))
    expect(findings.map(({ path }) => path)).toContain('claims/zoom/nl/agreements/participation-agreement.md')
    expect(await propose(2750)).toEqual({ ok: false, because: 'fee-spoils-texts' })
  })

  it('is not changed to an amount that is typed into a published text: the check says where', async () => {
    for (const language of ['en', 'nl']) await rewrite(site, campaigner, 'zoom', `${language}/page/support.md`, /$/, '\n€ 12,34\n')
    const hash = await seen(site, 'zoom')
    expect(await as(site, campaigner, (ctx) => publishDraft(ctx, 'zoom', hash))).toMatchObject({ ok: true })
    expect((await findFeeChange(site.ctx(), { to: 1234 }))?.findings.map(({ path, code }) => `${path} ${code}`))
      .toEqual(['claims/zoom/en/page/support.md typed-fact', 'claims/zoom/nl/page/support.md typed-fact'])
    expect(await propose(1234)).toEqual({ ok: false, because: 'fee-spoils-texts' })
  })
})
