import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawAnew } from './picture.ts'

const fits = { side: 1600, most: 300 * 1024 }
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#3a6' } })
const gps = {
  IFD0: { Copyright: 'Someone' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 53/1 0/1' },
}

describe('a picture that is drawn anew', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('comes from a %s, in its size', async (kind) => {
    const drawn = await drawAnew(await plain(640, 400).toFormat(kind).toBuffer(), fits)
    if (!drawn.ok) throw new Error(drawn.because)
    expect(await sharp(drawn.value).metadata()).toMatchObject({ format: 'webp', width: 640, height: 400 })
  })

  test('carries no place, camera or name of who took it', async () => {
    const taken = await plain(300, 200).withExif(gps).jpeg().toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const drawn = await drawAnew(taken, fits)
    if (!drawn.ok) throw new Error(drawn.because)
    const { exif, xmp, icc, iptc } = await sharp(drawn.value).metadata()
    expect({ exif, xmp, icc, iptc }).toEqual({})
    expect(drawn.value.toString('latin1')).not.toMatch(/Exif|Someone/)
  })

  test('is turned upright and made smaller, never larger', async () => {
    const drawn = await drawAnew(await plain(3000, 2000).withMetadata({ orientation: 6 }).jpeg().toBuffer(), fits)
    expect(drawn.ok && await sharp(drawn.value).metadata()).toMatchObject({ width: 1067, height: 1600 })
  })

  test('of noise is brought down to what a page may load', async () => {
    const noise = await sharp({
      create: { width: 1600, height: 1600, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
    })
      .png().toBuffer()
    const drawn = await drawAnew(noise.length > 8e6 ? await sharp(noise).jpeg({ quality: 95 }).toBuffer() : noise, fits)
    expect(drawn.ok && drawn.value.length).toBeLessThanOrEqual(fits.most)
  })
})

describe('refused is', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
  test.each([
    ['a drawing with a script', svg],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
  ])('%s, whatever it is called', async (_, bytes) =>
    expect(await drawAnew(Buffer.from(bytes, 'latin1'), fits)).toEqual({ ok: false, because: 'picture-kind' }),
  )

  test.each([
    ['a drawing behind the first bytes of a PNG', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)])],
    [
      'a page behind the first bytes of a JPEG',
      Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.from('<script>alert(1)</script>')]),
    ],
  ])('%s', async (_, bytes) => expect(await drawAnew(bytes, fits)).toEqual({ ok: false, because: 'picture-broken' }))

  test('a picture that ends in the middle', async () => {
    const whole = await plain(400, 400).png({ compressionLevel: 0 }).toBuffer()
    expect(await drawAnew(whole.subarray(0, whole.length / 2), fits)).toEqual({ ok: false, because: 'picture-broken' })
  })

  test('a small file that would unfold into a huge picture', async () => {
    const bomb = await plain(9000, 9000).png().toBuffer()
    expect(bomb.length).toBeLessThan(2e6)
    expect(await drawAnew(bomb, fits)).toEqual({ ok: false, because: 'picture-pixels' })
  })

  test('more than 8 MB', async () =>
    expect(await drawAnew(Buffer.alloc(8 * 1024 * 1024 + 1), fits)).toEqual({ ok: false, because: 'picture-too-heavy' }))
})

test('a second file behind the image is left behind', async () => {
  const polyglot = Buffer.concat([await plain(200, 100).jpeg().toBuffer(), Buffer.from('PK\x03\x04<script>alert(1)</script>', 'latin1')])
  const drawn = await drawAnew(polyglot, fits)
  expect(drawn.ok && drawn.value.toString('latin1')).not.toContain('script')
})
