import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findClaimFacts, findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { dropDraft } from '#drafting/draft.ts'
import { newAgreementVersion } from '#publishing/agreements.ts'
import { as, rewrite } from '#publishing/desk.fixture.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { origin, testSite, type TestSite } from './builders.ts'

let site: TestSite
let campaigner: DeskVisitor
let lawyer: DeskVisitor
let auditor: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  campaigner = await deskVisitor(site, ['campaigner'], { name: 'Cora Campagne' })
  lawyer = await deskVisitor(site, ['lawyer'], { name: 'Joris Jurist' })
  auditor = await deskVisitor(site, ['auditor'])
})
afterAll(() => site.close())

const at = (path: string) => `/en/desk/claims/${path}`
const html = async (who: DeskVisitor, path: string) => (await who.get(path)).text()
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const change = async (words: string, slug = 'zoom') => {
  for (const language of ['en', 'nl'])
    await rewrite(site, campaigner.organiser.personId, slug, `${language}/page/harm.md`, /\n\n[\s\S]*$/, `\n\n${words}\n`)
}

describe('a campaigner', () => {
  test('sees what would change, publishes it, and finds it among the versions with a difference', async () => {
    await change('Zoom kept more than it said.')
    const page = await html(campaigner, at('zoom/publish'))
    expect(page).toContain('<ins>Zoom kept more than it said.</ins>')
    const sent = await campaigner.post(at('zoom/publish'), { do: 'publish', seen: hidden(page, 'seen') })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, at('zoom/versions?published=2')])
    const versions = await html(lawyer, at('zoom/versions?published=2'))
    expect(versions).toContain('Cora Campagne, at the desk')
    expect(versions).toContain('Version 2 is published.')
    expect(await html(lawyer, at('zoom/versions/1/2'))).toContain('<del>')
    expect((await lawyer.get(at('zoom/versions/1/9'))).status).toBe(404)
    expect(await (await site.app.request(`${origin}/en/zoom`)).text()).toContain('Zoom kept more than it said.')
  })

  test('is told before the button which translations are outdated, and how facts differ in words', async () => {
    const { personId } = campaigner.organiser
    await rewrite(site, personId, 'zoom', 'en/page/about.md', /^# .*$/m, '# Only in English')
    await rewrite(site, personId, 'zoom', 'claim.yaml', /^( {2}- \{ id: questions-published, on: )'[\d-]+'/m, "$1'2026-07-02'")
    await rewrite(site, personId, 'zoom', 'claim.yaml', 'demandUpTo: 0', 'demandUpTo: 70000')
    for (const path of ['zoom/publish', 'zoom/schedule']) {
      const page = await html(campaigner, at(path))
      expect(page).toMatch(/1 text would be published without an up-to-date translation/)
      expect(page).toMatch(/texts\/page\/about#nl">[^<]+<\/a> \(Dutch\): outdated/)
      expect(page.indexOf('outdated')).toBeLessThan(page.indexOf('name="do"'))
    }
    const page = await html(campaigner, at('zoom/publish'))
    expect(page).toMatch(
      /<th scope="row">Timeline › [^<]*\w[^<]* › On<\/th><td><del>1 July 2026<\/del><\/td><td><ins>2 July 2026<\/ins><\/td>/,
    )
    expect(page).not.toContain('questions-published › ')
    expect(page).toContain('two people publish them')
    const hub = await html(campaigner, at('zoom'))
    for (const part of ['money', 'timeline']) expect(hub).toMatch(new RegExp(`Facts: .*/claims/zoom/facts/${part}`))
    const terms = await (await campaigner.get('/nl/desk/claims/zoom/agreements')).text()
    expect(terms).toMatch(/<th scope="row">Geld › [^<]+<\/th><td><del>€\s0<\/del><\/td><td><ins>€\s700<\/ins><\/td>/)
    await as(site, personId, (ctx) => dropDraft(ctx, 'zoom'))
  })

  test('cannot give a claim the web address of another: said beside the field, and published by nobody', async () => {
    const { personId } = campaigner.organiser
    const [host] = (await findClaimFacts(site.db, 'tiktok'))!.hosts
    await rewrite(site, personId, 'zoom', 'claim.yaml', /^hosts: .*$/m, `hosts: [${host}]`)
    expect(await html(campaigner, at('zoom/facts/general'))).toContain(
      `id="hosts-findings"><li>${host} is a web address of the claim tiktok already`,
    )
    expect(
      (await campaigner.post(at('zoom/agreements'), { seen: hidden(await html(campaigner, at('zoom/agreements')), 'seen') })).status,
    ).toBe(422)
    await as(site, personId, (ctx) => dropDraft(ctx, 'zoom'))
  })

  test('who may only look sees no button, and sending is refused', async () => {
    await change('Another thing.')
    const page = await html(auditor, at('zoom/publish'))
    expect(page).not.toContain('value="publish"')
    expect(
      (await auditor.post(at('zoom/publish'), { do: 'publish', seen: hidden(await html(campaigner, at('zoom/publish')), 'seen') })).status,
    ).toBe(403)
    expect((await findNewest(site.db, 'zoom'))?.version).toBe(2)
  })

  test('takes a version back, and plans one by day and time', async () => {
    const back = await html(campaigner, at('zoom/take-back/1'))
    expect((await campaigner.post(at('zoom/take-back/1'), { do: 'draft', seen: hidden(back, 'seen') })).status).toBe(422)
    expect((await campaigner.post(at('zoom/take-back/1'), { do: 'publish', seen: hidden(back, 'seen') })).headers.get('location')).toBe(
      at('zoom/versions?published=3'),
    )
    const behind = await html(campaigner, at('zoom/publish'))
    expect(behind).toContain('Something was published since')
    const update = await html(campaigner, at('zoom/up-to-date'))
    expect((await campaigner.post(at('zoom/up-to-date'), { seen: hidden(update, 'seen') })).status).toBe(422)
    expect(
      (await campaigner.post(at('zoom/up-to-date'), { seen: hidden(update, 'seen'), 'keep-0': 'draft', 'keep-1': 'draft' })).status,
    ).toBe(303)

    const plan = {
      do: 'plan', seen: hidden(await html(campaigner, at('zoom/schedule')), 'seen'), 'on-day': '24', 'on-month': '11',
      'on-year': '2026', time: '9:00',
    }
    for (const wrong of [{ time: '25:00' }, { 'on-day': '31' }, { 'on-year': '2025' }, { 'on-day': '' }]) {
      expect((await campaigner.post(at('zoom/schedule'), { ...plan, ...wrong })).status).toBe(422)
    }
    expect((await campaigner.post(at('zoom/schedule'), plan)).status).toBe(303)
    const planned = await html(lawyer, at('zoom/schedule'))
    expect(planned).toMatch(/Will be published on[\s\S]*24 November 2026 at 09:00/)

    // What would keep it from happening is said at once, not on the day.
    await rewrite(site, campaigner.organiser.personId, 'zoom', 'en/page/harm.md', /$/, '\nOne more line.\n')
    expect(await html(campaigner, at('zoom/publish'))).toContain('will not happen')
    expect(await html(lawyer, at('zoom/schedule'))).toMatch(/will not happen[\s\S]*The working copy was changed/)
    expect((await lawyer.post(at('zoom/schedule'), { do: 'cancel', plan: hidden(planned, 'plan') })).status).toBe(303)
    expect(await html(campaigner, at('zoom/schedule'))).toContain('Called off by Joris Jurist')
    await as(site, campaigner.organiser.personId, (ctx) => dropDraft(ctx, 'zoom'))
  })
})

describe('agreements', () => {
  test('one proposes, sees that another is needed; the other sees the difference, approves, and it is published', async () => {
    await change('Changed with the mandate.')
    await as(site, campaigner.organiser.personId, (ctx) => newAgreementVersion(ctx, 'zoom', 'mandate'))
    for (const language of ['en', 'nl'])
      await rewrite(site, campaigner.organiser.personId, 'zoom', `${language}/agreements/mandate.md`, /$/, '\n**9.9** A new clause.\n')
    expect(await html(campaigner, at('zoom/publish'))).toContain('See and propose the agreements')
    const page = await html(campaigner, at('zoom/agreements'))
    expect(page).toContain('<ins>')
    const proposed = await campaigner.post(at('zoom/agreements'), { seen: hidden(page, 'seen'), note: 'A clause about evidence.' })
    const proposal = proposed.headers.get('location')!
    expect(proposal).toMatch(/^\/en\/desk\/proposals\//)
    expect((await campaigner.post(proposal, { answer: 'approve' })).status).not.toBe(303)
    const told = await html(lawyer, proposal)
    expect(told).toContain('Publish 2 new agreement texts of Zoom claim')
    expect(told).toContain(at('zoom/agreements'))
    expect(await html(lawyer, at('zoom/agreements'))).toContain('A new clause.')
    expect((await lawyer.post(proposal, { answer: 'approve' })).status).toBe(303)
    expect(await findNewest(site.db, 'zoom')).toMatchObject({ version: 4, publishedBy: lawyer.organiser.personId })
    const left = await html(campaigner, at('zoom/publish'))
    expect(left).toContain('<ins>Changed with the mandate.</ins>')
    expect(left).not.toContain('A new clause.')
    await as(site, campaigner.organiser.personId, (ctx) => dropDraft(ctx, 'zoom'))
  })

  test('a new version is made by a form, and an approval of what was changed since does not count', async () => {
    expect((await campaigner.post(at('zoom/agreements/new-version/mandate'))).headers.get('location')).toBe(
      at('zoom/texts/agreements/mandate'),
    )
    for (const language of ['en', 'nl'])
      await rewrite(site, campaigner.organiser.personId, 'zoom', `${language}/agreements/mandate.md`, /$/, '\n**9.10** Once more.\n')
    const proposal = (
      await campaigner.post(at('zoom/agreements'), { seen: hidden(await html(campaigner, at('zoom/agreements')), 'seen') })
    ).headers.get('location')!
    await rewrite(site, campaigner.organiser.personId, 'zoom', 'en/agreements/mandate.md', 'Once more.', 'Twice more.')
    const refused = await lawyer.post(proposal, { answer: 'approve' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('not what was proposed any more')])
    expect((await findNewest(site.db, 'zoom'))?.version).toBe(4)
    expect(await site.db.selectFrom('proposal_answer').select('answer').execute()).toEqual([{ answer: 'approved' }])
    await as(site, campaigner.organiser.personId, (ctx) => dropDraft(ctx, 'zoom'))
  })
})

describe('phase and transparency', () => {
  const move = { to: 'open', 'on-day': '20', 'on-month': '11', 'on-year': '2026', reference: 'Board decision of 20 November 2026' }

  test('the gate says item by item what lacks, with the way to each, also of a claim that is open already', async () => {
    const page = await html(lawyer, at('bank-cartel/phase'))
    for (const item of ['WEB-01', 'WEB-02', 'WEB-03', 'WEB-04', 'WEB-05']) expect(page).toContain(`href="/en/desk/transparency/${item}"`)
    expect(page).not.toContain('/en/desk/transparency/WEB-06')
    expect((await lawyer.post(at('bank-cartel/phase'), { ...move, seen: hidden(page, 'seen') })).status).toBe(422)
    expect((await campaigner.post(at('bank-cartel/phase'), { ...move, seen: hidden(page, 'seen') })).status).toBe(403)
    expect((await findClaimFacts(site.db, 'bank-cartel'))?.phase).toBe('pre_registration')
    expect(await html(lawyer, at('tiktok/phase'))).toContain('This claim is open already.')
    expect((await lawyer.get(at('organisation/phase'))).status).toBe(404)
  })

  test('an item gets its days in the draft of the foundation; a day that does not exist is refused', async () => {
    const days = {
      supplied: 'yes', 'adopted-day': '1', 'adopted-month': '10', 'adopted-year': '2026', 'published-day': '5',
      'published-month': '10', 'published-year': '2026',
    }
    expect((await campaigner.post('/en/desk/transparency/WEB-04', { ...days, 'adopted-day': '31', 'adopted-month': '9' })).status).toBe(422)
    expect((await auditor.post('/en/desk/transparency/WEB-04', days)).status).toBe(403)
    expect((await campaigner.post('/en/desk/transparency/WEB-04', days)).status).toBe(303)
    expect((await campaigner.post('/en/desk/transparency/WEB-99', days)).status).toBe(404)
    expect(await html(campaigner, '/en/desk/transparency')).toContain('changed in the working copy')
    expect((await findOrganisationFacts(site.db))?.disclosures.find(({ id }) => id === 'WEB-04')).toEqual({ id: 'WEB-04', supplied: false })
    const page = await html(campaigner, at('organisation/publish'))
    expect((await campaigner.post(at('organisation/publish'), { do: 'publish', seen: hidden(page, 'seen') })).status).toBe(303)
    expect((await findOrganisationFacts(site.db))?.disclosures.find(({ id }) => id === 'WEB-04'))
      .toEqual({ id: 'WEB-04', adopted: '2026-10-01', published: '2026-10-05', supplied: true })
    site.clock.moveTo('2028-06-01T10:00:00Z')
    lawyer = await deskVisitor(site, ['lawyer'])
    expect(await html(lawyer, '/en/desk/transparency')).toContain('older than 18 months since 5 April 2028')
    site.clock.moveTo('2026-11-23T12:00:00Z')
    lawyer = await deskVisitor(site, ['lawyer'], { name: 'Joris Jurist' })
  })
})

describe('a claim of its own', () => {
  const lamp = {
    from: 'nothing', slug: 'lamp', 'name-en': 'Lamp claim', 'name-nl': 'Lampclaim', company: 'Lamp',
    respondent: 'Lamp B.V.', country: 'NL',
  }

  test('is begun by a form, is a draft, and is listed by the foundation once it was published for the first time', async () => {
    expect((await campaigner.post(at('new'), { ...lamp, slug: 'desk' })).status).toBe(422)
    expect((await campaigner.post(at('new'), { ...lamp, from: '' })).status).toBe(422)
    expect((await auditor.get(at('new'))).status).toBe(403)
    expect((await campaigner.post(at('new'), lamp)).headers.get('location')).toBe(at('lamp'))
    expect(await html(campaigner, at('lamp/publish'))).toContain('{{to-write}}')
    expect(await html(campaigner, at('lamp/publish'))).toContain('Nothing of this claim is published yet')
    expect(await html(campaigner, at('lamp'))).toMatch(/>Headline \(English\)<[\s\S]*Something has to be written here/)

    const id = campaigner.organiser.personId
    const { files } = (await findDraftBundle(site.db, 'lamp'))!
    for (const { path, raw } of files.filter((file) => file.raw.includes('{{to-write}}'))) {
      await rewrite(site, id, 'lamp', path, /^[\s\S]*$/, raw.replaceAll(/\{\{to-write\}\} ?/g, ''))
    }
    const page = await html(campaigner, at('lamp/agreements'))
    const proposal = (await campaigner.post(at('lamp/agreements'), { seen: hidden(page, 'seen') })).headers.get('location')!
    expect((await lawyer.post(proposal, { answer: 'approve' })).status).toBe(303)
    expect(await findNewest(site.db, 'lamp')).toMatchObject({ version: 1, phase: 'draft', origin: 'desk' })
    expect((await findOrganisationFacts(site.db))?.claims).toEqual(['tiktok', 'zoom', 'bank-cartel', 'lamp'])
    expect((await site.app.request(`${origin}/en/lamp`)).status).toBe(404)

    const phase = { to: 'pre_registration', seen: '1', 'on-day': '20', 'on-month': '11', 'on-year': '2026', reference: 'Board decision' }
    expect((await lawyer.post(at('lamp/phase'), phase)).status).toBe(303)
    expect((await site.app.request(`${origin}/en/lamp`)).status).toBe(200)
    expect((await lawyer.post(at('lamp/phase'), { ...phase, to: 'open', seen: '2' })).status).toBe(422)

    // Withdrawn is the end, unless it was a mistake (9.1).
    expect((await lawyer.post(at('lamp/phase'), { ...phase, to: 'withdrawn', seen: '2' })).status).toBe(303)
    expect(await html(lawyer, at('lamp/phase'))).toMatch(/This is the last phase[\s\S]*value="back"/)
    expect((await lawyer.post(at('lamp/phase'), { ...phase, to: 'back', seen: '3' })).status).toBe(303)
    expect(await findNewest(site.db, 'lamp')).toMatchObject({ version: 4, phase: 'pre_registration' })
  })
})
