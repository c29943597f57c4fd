import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packBundle, zipLimits } from '#carrying/zip.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { findNewest } from '#claims/versions.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { dropDraft } from '#drafting/draft.ts'
import { as } from '#publishing/desk.fixture.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { origin, testSite, visitor, type TestSite } from './builders.ts'
import { unzipped } from './unzipped.ts'

let site: TestSite
let campaigner: DeskVisitor
let auditor: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  campaigner = await deskVisitor(site, ['campaigner'])
  auditor = await deskVisitor(site, ['auditor'])
})
afterAll(() => site.close())

const at = (path: string) => `/en/desk/claims/${path}`

describe('a bundle', () => {
  const upload = (
    who: DeskVisitor, bytes: Uint8Array,
    { name = 'bundle', path = at('import'), ...fields }: Record<string, string> = {},
  ) => {
    const form = new FormData()
    form.set(name, new File([bytes as BlobPart], 'bundle.zip', { type: 'application/zip' }))
    for (const [field, value] of Object.entries(fields)) form.set(field, value)
    const cookie = [...who.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    return site.app.request(`${origin}${path}`, { method: 'POST', body: form, headers: { host: 'localhost:8080', origin, cookie } })
  }
  const zoom = async () => packBundle((await findPublishedFiles(site.db, 'zoom'))!.files, site.clock.now())

  test('is fetched byte for byte, by who may', async () => {
    const response = await campaigner.get(at('zoom/bundle/1'))
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      'application/zip', 'attachment; filename="zoom-1.zip"',
    ])
    const files = (await findPublishedFiles(site.db, 'zoom', 1))!.files
    expect(unzipped(new Uint8Array(await response.arrayBuffer()))).toEqual(Object.fromEntries(files.map(({ path, raw }) => [path, raw])))
    expect((await campaigner.get(at('zoom/bundle/99'))).status).toBe(404)
    expect((await campaigner.get(at('zoom/bundle/draft'))).status).toBe(404)
    expect((await auditor.get(at('zoom/bundle/1'))).status).toBe(403)
  })

  test('comes in as a draft and is published by nobody; a fault is told and leaves nothing', async () => {
    const before = await findNewest(site.db, 'zoom')
    const taken = await upload(campaigner, await zoom())
    expect([taken.status, taken.headers.get('location')]).toEqual([303, at('zoom/publish?taken=yes')])
    expect(await findNewest(site.db, 'zoom')).toEqual(before)
    expect((await upload(campaigner, await zoom())).status).toBe(422)
    expect((await upload(campaigner, await zoom(), { replace: 'yes' })).status).toBe(303)
    const wrong = await upload(campaigner, Buffer.from('hello'))
    expect([wrong.status, await wrong.text()]).toEqual([200, expect.stringContaining('This is not a zip')])
    expect((await campaigner.post(at('import'), {})).status).toBe(422)
    await as(site, campaigner.organiser.personId, (ctx) => dropDraft(ctx, 'zoom'))
  })

  test('is read no further than its limit, only in its own field, only on its own page, and only of who may send it', async () => {
    expect((await upload(campaigner, new Uint8Array(zipLimits.bytes + 70_000))).status).toBe(413)
    expect((await upload(campaigner, new Uint8Array(zipLimits.bytes + 1))).status).toBe(200)
    expect((await upload(campaigner, await zoom(), { name: 'other' })).status).toBe(400)
    expect((await upload(campaigner, Buffer.from('x'), { path: at('new') })).status).toBe(400)
    expect((await upload(auditor, await zoom())).status).toBe(403)
    const stranger = { ...visitor(site), organiser: auditor.organiser }
    expect((await upload(stranger, new Uint8Array(zipLimits.bytes + 70_000))).status).not.toBe(413)
    expect(await findDraftBundle(site.db, 'zoom')).toBeUndefined()
  })
})
