import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeIn } from '#carrying/take-in.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { pictureFile, readPicture } from '#claims/picture-file.ts'
import { listPictures } from '#drafting/change-pictures.ts'
import { findWorkingCopy } from '#drafting/draft-bundle.ts'
import { origin, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { fieldsOf, formAt, look } from './desk-forms.ts'
import { tinyPng } from './small-pictures.ts'

let site: TestSite
let writer: DeskVisitor
let publisher: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  writer = await deskVisitor(site, ['campaigner'])
  publisher = await deskVisitor(site, ['lawyer'])
})
afterAll(() => site.close())

const at = '/en/desk/claims/tiktok/pictures'
const alt = { 'alt-en': 'The front of our office', 'alt-nl': 'De voorkant van ons kantoor' }

/** Sends a form with a file, as a browser does. */
async function send(who: DeskVisitor, address: string, fields: Record<string, string>, file?: Uint8Array, name = 'office.png') {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  if (file) form.append('file', new File([file as BlobPart], name))
  const encoded = new Response(form)
  return site.app.request(`${origin}${address}`, {
    method: 'POST', body: await encoded.arrayBuffer(),
    headers: {
      origin, host: 'localhost:8080', 'content-type': encoded.headers.get('content-type')!,
      cookie: `session-desk=${who.cookies.get('session-desk')}`,
    },
  })
}
const drafted = async (id: string) => (await findWorkingCopy(site.db, 'tiktok'))!.files.find(({ path }) => path === pictureFile(id))

describe('a picture of a claim', () => {
  test('is added at the desk in both languages, drawn anew, and nobody outside sees it before it is published', async () => {
    const taken = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#37a' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' } }).jpeg().toBuffer()
    const added = await send(writer, at, { id: 'office', ...alt }, taken, 'IMG_2041.png')
    expect([added.status, added.headers.get('location')]).toEqual([303, `${at}?saved=yes`])
    const picture = readPicture((await drafted('office'))!)!
    expect(picture).toMatchObject({ width: 1600, height: 800 })
    expect((await sharp(picture.bytes).metadata()).exif).toBeUndefined()
    const own = await writer.get(`${at}/office/file`)
    expect([own.status, own.headers.get('content-type'), own.headers.get('cache-control')]).toEqual([
      200, 'image/webp', 'private, no-store',
    ])
    expect((await visitor(site).get(`${at}/office/file`)).status).toBe(403)
    expect((await visitor(site).get(`/pictures/tiktok/office-${picture.hash}.webp`)).status).toBe(404)
    expect(await look(writer, at)).toMatch(/<img[^>]+alt="The front of our office"[^>]+width="1600" height="800"/)
  })

  test('shows in a text, in the preview and, once published, on the page, each language in its own words', async () => {
    const text = '/en/desk/claims/tiktok/texts/page/harm'
    expect(await look(writer, text)).toContain('<code>![](picture:office)</code>')
    const form = await formAt(writer, text)
    const shown = '\n\n![](picture:office "Our <b>door</b>")\n'
    const saved = await writer.post(text, { ...form, 'en-body': `${form['en-body']}${shown}`, 'nl-body': `${form['nl-body']}${shown}` })
    expect(saved.status).toBe(303)
    expect((await findWorkingCopy(site.db, 'tiktok'))!.findings.map(({ code }) => code)).toEqual(['html', 'html', 'html', 'html'])
    const mended = await formAt(writer, text)
    const plain = (body: string) => body.replace('<b>door</b>', 'door')
    await writer.post(text, { ...mended, 'en-body': plain(mended['en-body']!), 'nl-body': plain(mended['nl-body']!) })
    expect((await findWorkingCopy(site.db, 'tiktok'))!.findings).toEqual([])
    const { hash } = readPicture((await drafted('office'))!)!
    expect(await look(writer, '/en/desk/claims/tiktok/preview/page')).toContain(
      `<figure class="picture"><img src="${at}/office/file?${hash}" alt="The front of our office"`,
    )

    const publish = '/en/desk/claims/tiktok/publish'
    const published = await publisher.post(publish, await formAt(publisher, publish, 'publish'))
    expect(published.status).toBe(303)
    const src = `/pictures/tiktok/office-${hash}.webp`
    for (const [language, words] of [['en', alt['alt-en']], ['nl', alt['alt-nl']]]) {
      expect(await (await visitor(site).get(`/${language}/tiktok`)).text()).toContain(
        `<img src="${src}" alt="${words}" width="1600" height="800" loading="lazy" decoding="async"><figcaption>Our door</figcaption>`,
      )
    }
    const file = await visitor(site).get(src)
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control'), file.headers.get('x-content-type-options')])
      .toEqual([200, 'image/webp', 'public, max-age=31536000, immutable', 'nosniff'])
    expect(
      Buffer.from(await file.arrayBuffer()).equals(
        readPicture((await findPublishedFiles(site.db, 'tiktok'))!.files.find(({ path }) => path === pictureFile('office'))!)!.bytes,
      ),
    ).toBe(true)
    for (const path of [
      'office-0000000000000000.webp', `office-${hash}.svg`, `hero-${hash}.webp`, `..%2Foffice-${hash}.webp`,
      'office.webp',
    ])
      expect([path, (await visitor(site).get(`/pictures/tiktok/${path}`)).status]).toEqual([path, 404])
    expect((await visitor(site).get(`/pictures/zoom/office-${hash}.webp`)).status).toBe(404)
  })

  test('goes out in the zip and comes in elsewhere, byte for byte', async () => {
    const newest = (await findPublishedFiles(site.db, 'tiktok'))!
    const zip = await publisher.get(`/en/desk/claims/tiktok/bundle/${newest.version}`)
    expect(zip.status).toBe(200)
    const elsewhere = await testSite()
    try {
      const taken = await takeIn({ ...elsewhere.ctx(), actor: 'system' }, new Uint8Array(await zip.arrayBuffer()))
      expect(taken).toMatchObject({ ok: true, value: { slug: 'tiktok', findings: [] } })
      expect((await findWorkingCopy(elsewhere.db, 'tiktok'))!.files).toEqual(newest.files)
    } finally {
      await elsewhere.close()
    }
  })

  test('stays while a text shows it, and the page names the texts; then it goes with its file', async () => {
    const refused = await writer.post(`${at}/office`, { do: 'remove' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('A text still shows this picture')
    expect(html).toMatch(/Shown in: *<a href="\/en\/desk\/claims\/tiktok\/texts\/page\/harm">/)
    const text = '/en/desk/claims/tiktok/texts/page/harm'
    const form = await formAt(writer, text)
    const without = (body: string) => body.replace(/!\[\].*/, '')
    await writer.post(text, { ...form, 'en-body': without(form['en-body']!), 'nl-body': without(form['nl-body']!) })
    expect((await writer.post(`${at}/office`, { do: 'remove' })).status).toBe(303)
    expect(await drafted('office')).toBeUndefined()
    expect((await findWorkingCopy(site.db, 'tiktok'))!.findings).toEqual([])
  })
})

describe('at its form', () => {
  test('alternative text is asked in every language, and what was typed stays', async () => {
    const answer = await send(writer, at, { id: 'door', 'alt-en': 'A green door', 'alt-nl': ' ' }, await tinyPng())
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(/id="alt-nl-error"[\s\S]*Say what the picture shows/)
    expect(html).not.toContain('id="alt-en-error"')
    expect(fieldsOf(html)).toMatchObject({ id: 'door', 'alt-en': 'A green door' })
    expect(await drafted('door')).toBeUndefined()
  })

  test.each<[string, string, Record<string, string>, () => Promise<Uint8Array> | Uint8Array | undefined, string]>([
    ['no file', 'file', {}, () => undefined, 'Choose a file'],
    [
      'a drawing with a script, called a picture', 'file', {},
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'This is no PNG, JPEG or WebP',
    ],
    ['a broken picture', 'file', {}, async () => (await tinyPng()).subarray(0, 60), 'This picture is damaged'],
    ['more than 8 MB', 'file', {}, () => Buffer.alloc(8 * 1024 * 1024 + 1), 'larger than 8 MB'],
    ['a name that is used', 'id', { id: 'hero' }, tinyPng, 'has this short name'],
    ['a name with a path', 'id', { id: '../claim' }, tinyPng, 'Use small letters'],
    ['words that are the name of a file', 'alt-en', { 'alt-en': 'IMG_2041.jpg' }, tinyPng, 'only a name'],
  ])('%s is answered beside the field', async (_, field, typed, file, words) => {
    const answer = await send(writer, at, { id: 'door', ...alt, ...typed }, await file())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(new RegExp(`id="${field}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${words}`))
    expect(await drafted('door')).toBeUndefined()
  })

  test('another file and other words take the place of the old ones, unless somebody else was there first', async () => {
    await send(writer, at, { id: 'door', ...alt }, await tinyPng())
    const [before, form] = [await drafted('door'), await formAt(writer, `${at}/door`)]
    expect((await send(writer, `${at}/door`, { ...form, 'alt-nl': 'Een rode deur' }, await tinyPng('#a33'))).status).toBe(303)
    expect((await drafted('door'))!.raw).not.toBe(before!.raw)
    expect(await look(writer, at.replace('/en/', '/nl/'))).toContain('Een rode deur')
    const late = await send(writer, `${at}/door`, { ...form, 'alt-nl': 'Een blauwe deur' })
    expect([late.status, (await late.text()).includes('Somebody else saved')]).toEqual([422, true])
  })

  test.each([['auditor'], ['treasurer']] as const)('is closed to the %s, who may look', async (role) => {
    const who = await deskVisitor(site, [role])
    expect((await send(who, at, { id: 'mine', ...alt }, await tinyPng())).status).toBe(403)
    expect((await who.post(`${at}/door`, { do: 'remove' })).status).toBe(403)
    const html = await look(who, at)
    expect(html).not.toContain('type="file"')
    expect(await drafted('mine')).toBeUndefined()
  })

  test('a list that a bundle brought along spoiled is still shown', () => {
    const raw = "pictures:\n  - { id: 'a(b', alt: { en: { x: 1 }, nl: Een deur } }\n  - words\n  - { alt: 1 }\n"
    expect(listPictures([{ path: 'claim.yaml', raw }, { path: 'en/page/harm.md', raw: '![](picture:a(b)' }]))
      .toMatchObject([{ id: 'a(b', alt: { nl: 'Een deur' }, hasFile: false, shownIn: ['page/harm'] }])
  })

  test('of the foundation there is none', async () => expect((await writer.get('/en/desk/claims/organisation/pictures')).status).toBe(404))
})
