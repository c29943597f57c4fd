import { expect, test } from 'vitest'
import { drawAnew } from '#platform/picture.ts'
import { pictureFile, pictureIdOf, picturesShownIn, readPicture, writePicture } from './picture-file.ts'
import { tinyPng } from '../../test/small-pictures.ts'

const webp = async () => {
  const drawn = await drawAnew(await tinyPng(), { side: 1600, most: 300 * 1024 })
  if (!drawn.ok) throw new Error(drawn.because)
  return drawn.value
}
const read = (bytes: Buffer) => readPicture({ path: pictureFile('office'), raw: writePicture(bytes) })

test('a picture comes out of its file byte for byte, with its size', async () => {
  const bytes = await webp()
  expect(read(bytes)).toMatchObject({ id: 'office', width: 40, height: 30, bytes })
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['a page', () => Buffer.from('<script>alert(1)</script>'.repeat(9))],
  ['a second file behind the image', (bytes) => Buffer.concat([bytes, Buffer.from('PK\x03\x04')])],
  ['a chunk that is no image', (bytes) => {
    const extra = Buffer.from('EXIF\x04\x00\x00\x00GPS!', 'latin1')
    const whole = Buffer.concat([bytes, extra])
    whole.writeUInt32LE(whole.length - 8, 4)
    return whole
  }],
  ['an image that ends in the middle', (bytes) => bytes.subarray(0, 40)],
])('with %s it is none', async (_, spoil) => expect(read(spoil(await webp()))).toBeUndefined())

test('a file that is no base64 is none', () =>
  expect(readPicture({ path: pictureFile('office'), raw: 'UklGRg==<script>' })).toBeUndefined())

test.each([
  'pictures/../x.webp.base64', 'pictures/A.webp.base64', 'pictures/a.svg', 'pictures/a.webp',
  'pictures/a/b.webp.base64', 'en/pictures/a.webp.base64',
])('%s is no place of a picture', (path) => expect(pictureIdOf(path)).toBeUndefined())

test('a text shows a picture on a line of its own, with or without a caption', () => {
  expect(
    picturesShownIn('# T\n\n![](picture:office "Our office")\n\n![](picture:door)\n\nWords ![](picture:inside)\n').map(
      ({ id, caption }) => [id, caption],
    ),
  ).toEqual([
    ['office', 'Our office'],
    ['door', ''],
  ])
})
