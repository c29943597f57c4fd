import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockedFiles } from '#claims/check/agreement-lock.ts'
import { checkContent } from '#claims/check.ts'
import { scopeOf } from '#claims/quote.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { testSite, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { fieldsOf, formAt, look } from './desk-forms.ts'

let site: TestSite
let writer: DeskVisitor
let other: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  writer = await deskVisitor(site, ['campaigner'], { name: 'Ann Schrijver' })
  other = await deskVisitor(site, ['lawyer'], { name: 'Bob Jurist', language: 'nl' })
})
afterAll(() => site.close())

const at = '/en/desk/claims/tiktok'

describe('the list and the hub', () => {
  test('show what is public and that nobody has begun to change it', async () => {
    const list = await look(writer, '/en/desk/claims')
    for (const words of ['TikTok claim', 'The foundation', 'version 1', 'none']) expect(list).toContain(words)
    expect(await look(writer, at)).toContain('There is no working copy')
    expect((await writer.get('/en/desk/claims/nothing')).status).toBe(404)
  })
})

describe('a text', () => {
  const page = `${at}/texts/page/harm`
  test('is changed in both languages, stays private, and is shown in the preview', async () => {
    const fields = await formAt(writer, page)
    const sent = await writer.post(page, { ...fields, 'en-title': 'Harm, told anew', 'nl-title': 'Schade, opnieuw verteld' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page}?saved=yes`])
    expect(await look(writer, `${page}?saved=yes`)).toContain('Saved in the working copy')
    expect(await look(writer, '/en/tiktok')).not.toContain('told anew')
    expect(await look(writer, `${at}/preview/page`)).toContain('Harm, told anew')
    expect(await look(writer, `${at.replace('/en', '/nl')}/preview/page`)).toContain('Schade, opnieuw verteld')
    const hub = await look(other, at.replace('/en', '/nl'))
    expect(hub).toContain('gewijzigd door Ann Schrijver')
    expect(hub).toContain('Schade, opnieuw verteld')
  })

  test('tells beside the field, with its line, what is to mend, in the reader’s language', async () => {
    const fields = await formAt(writer, page)
    await writer.post(page, { ...fields, 'en-body': `${fields['en-body']}\n\nYou pay €17.50 {{nothing}}.` })
    expect(await look(writer, page)).toMatch(/line 12: Write {{\w+}} \/ {{\w+}} instead of ‘€17.50’/)
    expect(await look(other, page.replace('/en', '/nl'))).toMatch(/regel 12: Schrijf {{\w+}} \/ {{\w+}} in plaats van ‘€17.50’/)
    expect(await look(writer, `${at}/texts`)).toContain('things to mend')
    await writer.post(page, { ...await formAt(writer, page), 'en-body': fields['en-body']! })
    expect(await look(writer, page)).not.toContain('To mend in English')
  })

  test('marks the other language outdated until somebody confirms that they match', async () => {
    await writer.post(`${at}/texts/page/why`, { ...await formAt(writer, `${at}/texts/page/why`), 'en-title': 'Why you would join' })
    expect(await look(writer, `${at}/texts/page/why`)).toContain('Dutch: outdated')
    const match = await formAt(other, `${at}/texts/page/why`, 'match')
    expect((await other.post(`${at}/texts/page/why`, match)).status).toBe(303)
    const after = await look(writer, `${at}/texts/page/why`)
    expect(after).not.toContain('Dutch: outdated')
    expect(after).toContain('Last found to match by Bob Jurist')
  })

  test('that somebody else saved meanwhile is refused with both versions shown; untouched languages do not matter', async () => {
    const [mine, theirs] = [await formAt(writer, page), await formAt(other, page)]
    await other.post(page, { ...theirs, 'en-title': 'Of Bob' })
    const refused = await writer.post(page, { ...mine, 'en-title': 'Of Ann', 'nl-title': 'Van Ann' })
    const shown = await refused.text()
    expect(refused.status).toBe(422)
    expect(shown).toContain('Somebody else saved this')
    expect(fieldsOf(shown)['en-title']).toBe('Of Ann')
    expect(shown).toContain('# Of Bob')
    expect(fieldsOf(await look(other, page))['nl-title']).toBe('Van Ann')
    expect((await writer.post(page, { ...fieldsOf(shown), do: 'save' })).status).toBe(303)
    expect(fieldsOf(await look(other, page))['en-title']).toBe('Of Ann')
    const [stale, fresh] = [await formAt(writer, page), await formAt(other, page)]
    await other.post(page, { ...fresh, 'nl-title': 'Schade' })
    expect((await writer.post(page, { ...stale, 'en-title': 'Harm' })).status).toBe(303)
    expect(fieldsOf(await look(other, page))).toMatchObject({ 'en-title': 'Harm', 'nl-title': 'Schade' })
  })

  test('that is a published agreement cannot be edited, also not by sending the form', async () => {
    const mandate = `${at}/texts/agreements/mandate`
    const html = await look(writer, mandate)
    expect(html).toContain('its words stand for ever')
    expect(html).toContain(`${at}/agreements/new-version/mandate`)
    expect((await writer.post(mandate, { ...fieldsOf(html), do: 'save', 'en-body': 'Other words.' })).status).toBe(422)
    expect(await look(writer, mandate)).not.toContain('Other words.')
    expect((await writer.post(`${at}/agreements/new-version/mandate`, {})).headers.get('location')).toBe(mandate)
    const fresh = await formAt(writer, mandate)
    expect(fresh['en-version']).toBe(fresh['nl-version'])
    expect((await writer.post(mandate, { ...fresh, 'en-body': `${fresh['en-body']}\r\n\r\nOther words.` })).status).toBe(303)
    expect(await look(writer, mandate)).toContain('Other words.')
  })

  test('nothing asks for is taken out; one that is asked for is not', async () => {
    const extra = `${at}/texts/page/why-extra`
    await writer.post(extra, { ...await formAt(writer, extra), 'en-title': 'Extra', 'nl-title': 'Extra' })
    expect(await look(writer, `${at}/texts`)).toContain('page/why-extra')
    expect((await writer.post(extra, { do: 'remove' })).status).toBe(303)
    expect(await look(writer, `${at}/texts`)).not.toContain('page/why-extra')
    expect((await writer.post(page, { do: 'remove' })).status).toBe(422)
  })
})

describe('facts', () => {
  test('are typed in the reader’s format and seen in the preview', async () => {
    const money = `${at.replace('/en', '/nl')}/facts/money`
    const fields = await formAt(other, money)
    expect(fields['registrationFee']).toBe('17,50')
    expect((await other.post(money, { ...fields, demandUpTo: '1.250,50' })).status).toBe(303)
    expect(await look(other, `${at}/preview/page`)).toContain('€1,250.50')
    expect(await look(other, '/en/tiktok')).not.toContain('€1,250.50')
    await other.post(money, { ...await formAt(other, money), registrationFee: '20' })
    expect(await look(other, money)).toContain('de stichting noemt €\u00a017,50. Maak ze gelijk')
    await other.post(money, { ...await formAt(other, money), registrationFee: '17,50' })
    const wrong = await other.post(money, { ...await formAt(other, money), demandUpTo: 'veel' })
    expect([wrong.status, fieldsOf(await wrong.text())['demandUpTo']]).toEqual([422, 'veel'])
  })

  test('that somebody else saved meanwhile stand beside what was typed, by the words of their fields', async () => {
    for (const [part, field, [theirs, mine], label] of [
      ['money', 'successFixed', ['51', '52'], 'Success fee, fixed amount'], ['timeline', 'i0-on', ['2020-01-01', '2020-01-02'], '1: On'],
      ['facts', 'i0-name', ['ofBob', 'ofAnn'], 'ofBob: Name in quotes'],
    ] as const) {
      const [stale, fresh] = [await formAt(writer, `${at}/facts/${part}`), await formAt(other, `${at}/facts/${part}`)]
      await other.post(`${at}/facts/${part}`, { ...fresh, [field]: theirs })
      const refused = await writer.post(`${at}/facts/${part}`, { ...stale, [field]: mine })
      const shown = await refused.text()
      expect([refused.status, fieldsOf(shown)[field]]).toEqual([422, mine])
      expect(shown).toMatch(new RegExp(`<dt><a href="#${field}">${label}</a></dt><dd>${theirs}`))
      await other.post(`${at}/facts/${part}`, { ...await formAt(other, `${at}/facts/${part}`), [field]: fresh[field]! })
    }
  })

  test('a question is added, moved and removed by buttons, and its missing texts are named', async () => {
    const faq = `${at}/facts/faq`
    await writer.post(faq, { ...await formAt(writer, faq), 'new-id': 'is-it-safe' })
    const count = Object.keys(fieldsOf(await look(writer, faq))).filter((name) => /^i\d+-id$/.test(name)).length
    await writer.post(faq, await formAt(writer, faq, `up-${count - 1}`))
    expect((await formAt(writer, faq))[`i${count - 2}-id`]).toBe('is-it-safe')
    expect(await look(writer, `${at}/texts`)).toContain('faq/is-it-safe')
    expect(await look(writer, `${at}/preview/page`)).toContain('These texts are missing')
    await writer.post(faq, await formAt(writer, faq, `remove-${count - 2}`))
    expect(await look(writer, faq)).not.toContain('is-it-safe')
  })

  test.each([
    'general', 'respondents', 'timeline', 'documents', 'sources', 'news', 'pictures', 'agreements', 'capacities',
    'court', 'facts',
  ])('the form of %s says the same again when it is sent as it is', async (part) => {
    const before = await site.db.selectFrom('content_draft').select('raw').where('slug', '=', 'tiktok')
      .where('path', '=', 'claim.yaml').executeTakeFirstOrThrow()
    for (const who of [writer, other]) {
      const path = `${who === other ? at.replace('/en', '/nl') : at}/facts/${part}`
      expect((await who.post(path, await formAt(who, path))).status).toBe(303)
    }
    expect(
      await site.db.selectFrom('content_draft').select('raw').where('slug', '=', 'tiktok')
        .where('path', '=', 'claim.yaml').executeTakeFirstOrThrow(),
    ).toEqual(before)
  })

  test.each(['general', 'claims', 'disclosures', 'facts'])('of the foundation: the form of %s says the same again', async (part) => {
    const path = `/en/desk/claims/organisation/facts/${part}`
    expect((await writer.post(path, await formAt(writer, path))).status).toBe(303)
    const [draft, published] = await Promise.all([
      site.db.selectFrom('content_draft').select('raw').where('slug', '=', 'organisation')
        .where('path', '=', 'organisation.yaml').executeTakeFirstOrThrow(),
      site.db.selectFrom('content_text').select('markdown').where('slug', '=', 'organisation')
        .where('name', '=', 'organisation.yaml').executeTakeFirstOrThrow(),
    ])
    expect(draft.raw).toBe(published.markdown)
  })
})

describe('a claim edited wholly through forms', () => {
  test('passes the check of a content folder when it is exported', async () => {
    const zoom = '/en/desk/claims/zoom'
    const money = `${zoom}/facts/money`
    expect((await writer.post(money, { ...await formAt(writer, money), demandUpTo: '750' })).status).toBe(303)
    const facts = `${zoom}/facts/facts`
    expect(
      (await writer.post(facts, { ...(await formAt(writer, facts)), 'new-name': 'meetings', 'new-kind': 'count', 'new-value': '300,000' }))
        .status,
    ).toBe(303)
    const sources = `${zoom}/facts/sources`
    await writer.post(sources, {
      ...(await formAt(writer, sources)), 'new-id': 'the-paper', 'new-publisher': 'The Paper',
      'new-title-en': 'Meetings overheard', 'new-title-nl': 'Vergaderingen afgeluisterd', 'new-on': '2020-04-01',
      'new-url': 'https://paper.example/meetings',
    })
    const faq = `${zoom}/facts/faq`
    await writer.post(faq, { ...await formAt(writer, faq), 'new-id': 'how-many-meetings' })
    const question = `${zoom}/texts/faq/how-many-meetings`
    await writer.post(question, {
      ...(await formAt(writer, question)), 'en-title': 'How many meetings?',
      'en-body': 'At least {{meetings}}.[^the-paper]\r\n\r\nMore may follow.', 'nl-title': 'Hoeveel vergaderingen?',
      'nl-body': 'Minstens {{meetings}}.[^the-paper]\r\n\r\nEr kunnen er meer volgen.',
    })
    const copy = (await findDraftBundle(site.db, 'zoom'))!
    expect(copy.findings).toEqual([])
    const folder = await mkdtemp(path.join(tmpdir(), 'joinder-edited-'))
    await cp('content', folder, { recursive: true })
    for (const file of lockedFiles(copy.bundle!, scopeOf(copy.bundle!.facts, copy.organisation))) {
      await mkdir(path.dirname(path.join(folder, 'claims/zoom', file.path)), { recursive: true })
      await writeFile(path.join(folder, 'claims/zoom', file.path), file.raw)
    }
    expect((await checkContent(folder)).findings).toEqual([])
    const [before, after] = [
      await readFile('content/claims/zoom/claim.yaml', 'utf8'),
      await readFile(path.join(folder, 'claims/zoom/claim.yaml'), 'utf8'),
    ]
    expect(after.split('\n').filter((line) => line.includes('#'))).toEqual(before.split('\n').filter((line) => line.includes('#')))
    await rm(folder, { recursive: true })
  })
})

describe('throwing the working copy away', () => {
  test('asks first, and then what is published is all there is', async () => {
    expect((await writer.post(at, {})).status).toBe(422)
    expect((await writer.post(at, { drop: 'yes' })).status).toBe(303)
    expect(await look(writer, at)).toContain('There is no working copy')
  })
})

test('who may only look sees no button that would be refused, and fields that cannot be changed', async () => {
  const auditor = await deskVisitor(site, ['auditor'])
  for (const path of [`${at}/texts/page/harm`, `${at}/facts/money`])
    expect(await look(auditor, path)).toContain('<fieldset class="bare" disabled')
  expect(await look(auditor, at)).toContain('Your role lets you look')
  expect((await auditor.post(`${at}/texts/page/harm`, { do: 'save' })).status).toBe(403)
})
