import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDb, type TestDb } from '../../test/database.ts'
import { smallClaim, smallOrganisation, type Files } from '../../test/small-bundles.ts'
import { importBundle } from '#claims/import-bundle.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { changeFacts, setFact } from './change-facts.ts'
import { changeText, removeText } from './change-text.ts'
import { dropDraft, openDraft, startDraft } from './draft.ts'
import { findDraftBundle, findWorkingCopy } from './draft-bundle.ts'
import { openFacts } from './facts-file.ts'
import { shaOfPart, writePart } from './facts-form.ts'
import { confirmMatch, listMatches, stateOf } from './matching.ts'
import { parts } from './parts.ts'
import { fileFrom, fileOf, shaOf } from './texts.ts'

let database: TestDb
const ctx = (actor: Actor = 'organiser:ann', at = '2026-11-22T10:00:00Z'): Ctx =>
  ({ db: database.db, now: new Date(at), actor }) as Ctx
const filesOf = (files: Files) => Object.entries(files).map(([path, raw]) => ({ path, raw }))
const publish = async (slug: string, files: Files) => {
  const { bundle } = bundleOf(slug, filesOf(files))
  expect(await importBundle(ctx(), bundle!)).toMatchObject({ ok: true })
}
const copy = async () => (await findWorkingCopy(database.db, 'app'))!
const said = async () => (await copy()).findings.map(({ path, line, message }) => `${path}:${line} ${message}`)
const edit = (name: string, language: 'en' | 'nl', markdown: string, seenSha: string, actor?: Actor) =>
  changeText(ctx(actor), 'app', { language, name, markdown, seenSha })
const current = async (language: 'en' | 'nl', name: string) => fileOf((await copy()).files, language, name)

beforeEach(async () => {
  database = await testDb()
  await publish('organisation', smallOrganisation())
  await publish('app', smallClaim())
})
afterEach(() => database.close())

describe('a working copy', () => {
  it('begins with the files of the newest version, once, and can be thrown away', async () => {
    expect(await findDraftBundle(database.db, 'app')).toBeUndefined()
    expect(await copy()).toMatchObject({ drafted: false, basedOn: 1, findings: [] })
    expect(await openDraft(ctx(), 'app')).toEqual({ ok: true, value: { opened: true } })
    expect(await openDraft(ctx(), 'app')).toEqual({ ok: true, value: { opened: false } })
    expect(await copy()).toMatchObject({ drafted: true, basedOn: 1, findings: [], changedBy: 'organiser:ann' })
    expect((await copy()).files).toEqual(filesOf(smallClaim()).toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    expect(await dropDraft(ctx(), 'app')).toEqual({ ok: true, value: { dropped: true } })
    expect(await dropDraft(ctx(), 'app')).toEqual({ ok: true, value: { dropped: false } })
    expect(await openDraft(ctx(), 'nothing')).toMatchObject({ because: 'nothing-published' })
  })

  it('of something new begins with given files, and is not overwritten by accident', async () => {
    const fresh = [{ path: 'claim.yaml', raw: 'kind: claim\nslug: fresh\n' }]
    expect(await startDraft(ctx(), 'fresh', fresh)).toMatchObject({ ok: true })
    expect(await startDraft(ctx(), 'fresh', fresh)).toMatchObject({ because: 'draft-exists' })
    expect(await startDraft(ctx(), 'fresh', [], { replace: true })).toMatchObject({ ok: true })
    expect(await findDraftBundle(database.db, 'fresh')).toMatchObject({ basedOn: undefined, bundle: undefined, files: [] })
  })
})

describe('changing a text', () => {
  const better = '# Money\n\nYou pay {{registrationFee}} once.\nOpen since {{opened|weekday}}. Better.\n'
  it('begins the working copy by itself and leaves what is published alone', async () => {
    const seen = shaOf(await current('en', 'page/money'))
    expect(await edit('page/money', 'en', better, seen)).toMatchObject({ ok: true, value: { changed: true } })
    expect(await edit('page/money', 'en', better, seen)).toMatchObject({ ok: true, value: { changed: false } })
    expect(await copy()).toMatchObject({ drafted: true, findings: [] })
    const published = await database.db.selectFrom('content_text').select('markdown').where('name', '=', 'page/money')
      .where('language', '=', 'en').execute()
    expect(published.map(({ markdown }) => markdown)).toEqual([smallClaim()['en/page/money.md']])
  })

  it('keeps what was typed even when findings remain, and says them with their line', async () => {
    await edit('page/money', 'en', '# Money\n\nYou pay €17.50.\n{{nothing}} <b>x</b> [^no]\n', shaOf(await current('en', 'page/money')))
    expect(await said()).toEqual(expect.arrayContaining([
      'en/page/money.md:3 ‘€17.50’ is typed where {{registrationFee}} has the same value',
      'en/page/money.md:4 {{nothing}} names no fact, or a form the fact does not have',
      'en/page/money.md:4 [^no] is not among the sources', 'en/page/money.md:4 HTML (<b>) is not shown',
      'nl/page/money.md:3 {{registrationFee}} is not in en',
    ]))
    await edit('page/money', 'nl', 'no title', shaOf(await current('nl', 'page/money')))
    expect(await current('nl', 'page/money')).toBe('no title')
    expect(await said()).toContain('nl/page/money.md:1 the first line is not a title (`# Title`)')
  })

  it('is refused when somebody else saved in between, and both versions are there', async () => {
    const seen = shaOf(await current('en', 'page/money'))
    expect(await edit('page/money', 'en', better, seen, 'organiser:ann')).toMatchObject({ ok: true })
    expect(await edit('page/money', 'en', '# Money\n\nOf Bob.\n', seen, 'organiser:bob')).toMatchObject({ because: 'changed-meanwhile' })
    expect(await current('en', 'page/money')).toBe(better)
    expect(await edit('page/money', 'en', '# Money\n\nOf Bob.\n', shaOf(better), 'organiser:bob')).toMatchObject({ ok: true })
  })

  it.each(['../claim', 'page', 'page/a/b', 'page/a.b', 'page/a b', ''])('refuses the name %j, which no text can have', async (name) => {
    expect(await edit(name, 'en', '# X\n', '')).toMatchObject({ because: 'no-such-text' })
    expect(await removeText(ctx(), 'app', name)).toMatchObject({ because: 'no-such-text' })
  })

  it('a text nobody asks for can be taken away', async () => {
    for (const language of ['en', 'nl'] as const) await edit('faq/old', language, '# Old\n', '')
    expect((await copy()).findings.map(({ code }) => code)).toEqual(['not-asked', 'not-asked'])
    await removeText(ctx(), 'app', 'faq/old')
    expect(await said()).toEqual([])
  })
})

describe('an agreement', () => {
  it('that is published cannot be changed under the same version (SG-06); a new version can', async () => {
    const name = 'agreements/mandate'
    const fields = { title: 'Mandate', summary: 'We may complain for you.', body: 'Quite other words.' }
    const before = (await current('en', name))!
    await edit(name, 'en', fileFrom(name, { ...fields, version: '2020-07-27' }, before), shaOf(before))
    expect(await said()).toContain(
      'en/agreements/mandate.md:1 mandate 2020-07-27 has changed since it was published: give it a new version',
    )
    for (const language of ['en', 'nl'] as const) {
      const raw = fileFrom(name, { ...fields, body: `{{organisationLegal}} {{respondent}} ${language}`, version: '2026-12-01' })
      await edit(name, language, raw, shaOf(await current(language, name)))
    }
    expect(await said()).toEqual([])
  })
})

describe('languages side by side', () => {
  const state = async (name: string, language: 'en' | 'nl') =>
    stateOf((await copy()).files, await listMatches(database, 'app'), name, language)
  const change = async (name: string, language: 'en' | 'nl', words: string) =>
    edit(name, language, `# ${words}\n\nWords.\n`, shaOf(await current(language, name)))

  it('texts that came in together match, also before anybody opens a working copy', async () => {
    const files = (await copy()).files
    expect(stateOf(files, [], 'page/harm', 'nl')).toBe('current')
    expect(stateOf(files.filter(({ path }) => path !== 'nl/page/harm.md'), [], 'page/harm', 'nl')).toBe('missing')
  })

  it('a text is outdated when the other language changed after the two were last found to match', async () => {
    await openDraft(ctx(), 'app')
    expect([await state('page/harm', 'en'), await state('page/harm', 'nl')]).toEqual(['current', 'current'])
    await change('page/harm', 'en', 'Harm anew')
    expect([await state('page/harm', 'en'), await state('page/harm', 'nl')]).toEqual(['current', 'outdated'])
    await change('page/harm', 'nl', 'Schade opnieuw')
    expect([await state('page/harm', 'en'), await state('page/harm', 'nl')]).toEqual(['compare', 'compare'])
    const seen = { en: shaOf(await current('en', 'page/harm')), nl: shaOf(await current('nl', 'page/harm')) }
    expect(await confirmMatch(ctx('organiser:ann'), 'app', 'page/harm', { ...seen, nl: shaOf('other') })).toMatchObject({
      because: 'changed-meanwhile',
    })
    expect(await confirmMatch(ctx('organiser:eve'), 'app', 'page/harm', seen)).toMatchObject({ ok: true })
    expect([await state('page/harm', 'en'), await state('page/harm', 'nl')]).toEqual(['current', 'current'])
    expect((await listMatches(database, 'app')).find(({ name }) => name === 'page/harm')).toMatchObject({ by: 'organiser:eve' })
  })

  it('stays outdated after the working copy is gone: publishing confirms nothing', async () => {
    await change('page/harm', 'en', 'Harm anew')
    const files = Object.fromEntries((await copy()).files.map(({ path, raw }) => [path, raw]))
    await publish('app', files)
    await dropDraft(ctx(), 'app')
    await openDraft(ctx(), 'app')
    expect(await state('page/harm', 'nl')).toBe('outdated')
  })

  it('a text that is there in one language only is missing in the other', async () => {
    await edit('page/why-more', 'en', '# More\n', '')
    expect([await state('page/why-more', 'en'), await state('page/why-more', 'nl')]).toEqual(['current', 'missing'])
    expect(await confirmMatch(ctx(), 'app', 'page/why-more', { en: shaOf('# More\n'), nl: '' })).toMatchObject({ because: 'text-missing' })
  })
})

describe('changing facts', () => {
  const sources = parts.find(({ name }) => name === 'sources')!
  const news = parts.find(({ name }) => name === 'news')!
  const look = async (part = sources) => {
    const { document } = openFacts((await copy()).files)!
    return { typed: writePart(document, part, 'en'), seenSha: shaOfPart(document, part), language: 'en' as const }
  }

  it('is refused when somebody else saved the same part in between; another part does not matter', async () => {
    const [mine, theirs, elsewhere] = [await look(), await look(), await look(news)]
    expect(
      await changeFacts(ctx('organiser:bob'), 'app', sources, { ...theirs, typed: { ...theirs.typed, 'i0-publisher': 'Bob' } }),
    ).toMatchObject({ ok: true })
    expect(await changeFacts(ctx('organiser:ann'), 'app', sources, { ...mine, typed: { ...mine.typed, 'i0-publisher': 'Ann' } }))
      .toMatchObject({ because: 'changed-meanwhile' })
    expect(
      await changeFacts(ctx('organiser:ann'), 'app', news, { ...elsewhere, typed: { ...elsewhere.typed, 'i0-publisher': 'Ann' } }),
    ).toMatchObject({ ok: true })
    const facts = (await copy()).bundle!.facts
    expect(facts).toMatchObject({ sources: [{ publisher: 'Bob' }], news: [{ publisher: 'Ann' }] })
  })

  it('saves nothing of a form with a value that cannot stand there, and says at which field', async () => {
    const seen = await look()
    const typed = { ...seen.typed, 'i0-publisher': 'Changed', 'i0-url': 'javascript:alert(1)' }
    expect(await changeFacts(ctx(), 'app', sources, { ...seen, typed })).toMatchObject({
      ok: true, value: { faults: { 'i0-url': 'link-wrong' } },
    })
    expect(await look()).toEqual(seen)
  })

  it('saves what is not finished, and the check names the field', async () => {
    const seen = await look()
    await changeFacts(ctx(), 'app', sources, { ...seen, typed: { ...seen.typed, 'i0-title-nl': '' } })
    expect((await copy()).findings).toEqual([expect.objectContaining({ code: 'wrong-fact', at: ['sources', 0, 'title', 'nl'] })])
    expect((await copy()).bundle).toBeUndefined()
  })

  it('of the foundation tells what becomes wrong in its claims, until a working copy of the claim has mended it', async () => {
    const organisation = async () =>
      (await findWorkingCopy(database.db, 'organisation'))!.findings.map(({ path, code }) => `${path} ${code}`)
    expect(await organisation()).toEqual([])
    await setFact(ctx(), 'organisation', ['legalName'], 'Stichting Anders')
    expect(await organisation()).toEqual(expect.arrayContaining([
      'en/agreements/general-terms.md changed-since-published', 'claims/app/en/agreements/mandate.md changed-since-published',
    ]))
    const fields = { title: 'Mandate', summary: 'We may complain for you.', version: '2026-12-01' }
    for (const language of ['en', 'nl'] as const) {
      const raw = fileFrom('agreements/mandate', { ...fields, body: `{{organisationLegal}} {{respondent}} ${language}` })
      await edit('agreements/mandate', language, raw, shaOf(await current(language, 'agreements/mandate')))
    }
    expect((await organisation()).filter((finding) => finding.startsWith('claims/'))).toEqual([])
  })

  it('sets one value for another room', async () => {
    await setFact(ctx(), 'app', ['phase'], 'closed')
    expect((await copy()).bundle!.facts).toMatchObject({ phase: 'closed' })
  })
})
