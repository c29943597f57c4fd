import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { startDraft } from '#drafting/draft.ts'
import { testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { formAt, look } from './desk-forms.ts'

let site: TestSite
let writer: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  writer = await deskVisitor(site, ['campaigner'], { name: 'Ann Schrijver' })
})
afterAll(() => site.close())

const at = '/en/desk/claims/tiktok'

describe('the preview', () => {
  test('may stand in a frame of this site, and nothing else may; forms there do nothing', async () => {
    const shown = await writer.get(`${at}/preview/page`)
    expect(shown.headers.get('content-security-policy')).toMatch(/form-action 'none'.*frame-ancestors 'self'/)
    expect(shown.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    const around = await writer.get(`${at}/preview`)
    expect(around.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'.*frame-src 'self'/)
    expect(around.headers.get('x-frame-options')).toBe('DENY')
    for (const path of ['/en/tiktok', '/en', '/en/desk/claims', at, `${at}/texts`, '/en/desk/claims/nothing/preview/page', '/en/sign-in']) {
      const { headers } = await writer.get(path)
      expect([path, headers.get('x-frame-options'), headers.get('content-security-policy')?.includes("frame-ancestors 'none'")]).toEqual([
        path, 'DENY', true,
      ])
      expect(headers.get('content-security-policy')).not.toContain('frame-src')
    }
  })

  test('has no link that leads out of it into the public site, and says that it is a draft', async () => {
    const html = await look(writer, `${at}/preview/page`)
    expect(html).toContain('Preview of the working copy. Not public.')
    expect(html).toContain('name="robots" content="noindex"')
    const inside = [...html.slice(html.indexOf('<body')).matchAll(/\b(?:href|action)="(\/[^"]*)"/g)].map(([, href]) => href!)
    expect(inside.filter((href) => !/^\/(en|nl)\/desk\/claims\/(tiktok|organisation)\/preview\/page/.test(href))).toEqual([])
  })

  test.each(['', '/costs', '/questions', '/news', '/questions/what-is-tiktok', '/news/trouw-interview', '/documents/complaint-letter'])(
    'shows the page %j of a claim', async (path) => {
      expect(await look(writer, `${at}/preview/page${path}`)).not.toMatch(/not part of the preview|cannot be shown/)
    })
  test.each(['', '/about', '/transparency', '/contact', '/accessibility'])('shows the page %j of the foundation', async (path) => {
    expect(await look(writer, `/en/desk/claims/organisation/preview/page${path}`)).not.toMatch(/not part of the preview|cannot be shown/)
  })
  test.each(['/join', '/withdraw', '/questions/none', '/x/y'])('says of %j that it is not part of it', async (path) => {
    expect(await look(writer, `${at}/preview/page${path}`)).toContain('not part of the preview')
  })
  test('is closed to who is not at the desk', async () => {
    expect((await visitor(site).get(`${at}/preview/page`)).status).toBe(403)
  })
})

describe('a hostile editor', () => {
  const hostile =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](javascript:alert(2)) "onmouseover="alert(3)'
  test('gets no script, handler or script address onto any page, not even its own', async () => {
    const page = `${at}/texts/page/allegations`
    await writer.post(page, {
      ...(await formAt(writer, page)), 'en-title': hostile, 'en-body': `${hostile}\n\n## ${hostile}`,
      'nl-title': hostile,
    })
    const sources = `${at}/facts/sources`
    await writer.post(sources, { ...await formAt(writer, sources), 'i0-publisher': hostile, 'i0-title-en': hostile })
    const bad = await writer.post(sources, { ...await formAt(writer, sources), 'i0-url': 'javascript:alert(1)' })
    expect(bad.status).toBe(422)
    await writer.post(`${at}/facts/general`, { ...await formAt(writer, `${at}/facts/general`), 'name-en': hostile })
    const seen = [await bad.text()]
    for (const path of [
      page, `${at}/texts`, at, sources, `${at}/facts/general`, `${at}/preview`, `${at}/preview/page`, '/en/desk/claims',
    ]) {
      const response = await writer.get(path)
      expect([path, response.status]).toEqual([path, 200])
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
      seen.push(await response.text())
    }
    for (const html of seen) {
      expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:|src="javascript:/i)
      for (const [tag] of html.matchAll(/<[a-z][^<>]*>/gi)) expect(tag.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\son\w+\s*=/i)
    }
  })
})

describe('a claim that was never published', () => {
  test('is listed, edited and previewed like any other, and is no page of the public site', async () => {
    const zoom = (await findPublishedFiles(site.db, 'zoom'))!.files
    const files = zoom.map(({ path, raw }) => ({
      path,
      raw: path === 'claim.yaml' ? raw.replace('slug: zoom', 'slug: brand-new').replace(/^hosts: .*$/m, 'hosts: []') : raw,
    }))
    expect(await startDraft(site.ctx('operator'), 'brand-new', files)).toMatchObject({ ok: true })
    expect(await look(writer, '/en/desk/claims')).toContain('/en/desk/claims/brand-new')
    expect(await look(writer, '/en/desk/claims/brand-new')).toContain('A new claim, never published. Changed by the server')
    expect(await look(writer, '/en/desk/claims/brand-new/preview/page')).toContain('Preview of the working copy')
    expect((await visitor(site).get('/en/brand-new')).status).toBe(404)
    const bare = [{ path: 'claim.yaml', raw: 'kind: claim\nslug: bare\n' }]
    await startDraft(site.ctx('operator'), 'bare', bare)
    for (const page of [
      '', '/texts', '/preview', '/preview/page', '/facts/general', '/facts/timeline', '/facts/facts',
      '/texts/page/headline',
    ]) {
      expect([page, (await writer.get(`/en/desk/claims/bare${page}`)).status]).toEqual([page, 200])
    }
    expect(await look(writer, '/en/desk/claims/bare/preview/page')).toContain('The facts are not complete')
  })
})
