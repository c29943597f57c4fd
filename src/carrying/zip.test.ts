import { describe, expect, it } from 'vitest'
import { zipSync } from 'fflate'
import { smallClaim } from '../../test/small-bundles.ts'
import { unzipped } from '../../test/unzipped.ts'
import { packBundle, unpackBundle, zipLimits } from './zip.ts'

const files = Object.entries(smallClaim()).map(([path, raw]) => ({ path, raw })).toSorted((a, b) => (a.path < b.path ? -1 : 1))
const zip = (entries: Record<string, string | Uint8Array>, level: 0 | 9 = 9) =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? Buffer.from(content) : content]),
    ),
    { level },
  )
const codes = (bytes: Uint8Array) => {
  const { files: found, findings } = unpackBundle(bytes)
  expect(found).toEqual(findings.length ? [] : found)
  return findings.map(({ path, code }) => `${path} ${code}`)
}

describe('a bundle as a zip', () => {
  it('comes out byte for byte as it went in, also read by another program', async () => {
    const packed = await packBundle(files, new Date('2026-11-23T10:00:00Z'))
    expect(unpackBundle(packed)).toEqual({ files, findings: [] })
    expect(unzipped(packed)).toEqual(smallClaim())
    expect(await packBundle(files, new Date('2026-11-23T10:00:00Z'))).toEqual(packed)
  })

  it('may lie in a folder, and hold what a Mac adds', () => {
    const inFolder = Object.fromEntries(files.map(({ path, raw }) => [`app/${path}`, raw]))
    expect(unpackBundle(zip({ ...inFolder, '__MACOSX/app/._claim.yaml': 'x', 'app/.DS_Store': 'x' }))).toEqual({ files, findings: [] })
  })
})

describe('a zip that is no bundle', () => {
  it.each([
    ['no zip', Buffer.from('hello'), [' no-zip']],
    ['an empty zip', zip({}), [' no-zip']],
    ['nothing', new Uint8Array(), [' no-zip']],
    ['a path out of the folder', zip({ '../claim.yaml': 'x' }), ['../claim.yaml zip-path']],
    ['a path out of the folder, deeper', zip({ 'en/page/../../../x.md': 'x' }), ['en/page/../../../x.md zip-path']],
    ['an absolute path', zip({ '/etc/passwd': 'x' }), ['/etc/passwd zip-path']],
    ['a path of Windows', zip({ 'C:\\x': 'x' }), ['C:\\x zip-path']],
    [
      'text that is not UTF-8',
      zip({ 'claim.yaml': 'kind: claim', 'en/page/harm.md': new Uint8Array([0x23, 0x20, 0xe9, 0x0a]) }),
      ['en/page/harm.md not-text'],
    ],
    ['something binary', zip({ 'claim.yaml': new Uint8Array([0, 1, 2]) }), ['claim.yaml not-text']],
    ['a picture', zip({ 'claim.yaml': 'kind: claim', 'picture.png': 'x' }), ['picture.png no-place']],
    ['a program', zip({ 'claim.yaml': 'kind: claim', 'en/page/x.js': 'x' }), ['en/page/x.js no-place']],
  ])('%s is told', (_, bytes, told) => expect(codes(bytes)).toEqual(told))

  it('one file that unpacks to too much is told before it is unpacked', () => {
    expect(codes(zip({ 'claim.yaml': new Uint8Array(zipLimits.fileBytes + 1) }))).toEqual(['claim.yaml zip-file-too-large'])
  })

  it('facts with more entries than any claim has are told before they are read as YAML', () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`)
    expect(codes(zip({ 'claim.yaml': many.join('\n') }))).toEqual(['claim.yaml zip-file-too-large'])
    expect(codes(zip({ 'claim.yaml': 'kind: claim', 'en/agreements/mandate.md': `---\n{${many.join(',')}}\n---\n` }))).toEqual([
      'en/agreements/mandate.md zip-file-too-large',
    ])
  })

  it('many files that unpack to too much are told before they are unpacked', () => {
    const bomb = zip(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`en/page/p${at}.md`, new Uint8Array(1_000_000)])))
    expect(bomb.length).toBeLessThan(100_000)
    const memory = process.memoryUsage().arrayBuffers
    expect(codes(bomb)).toEqual([' zip-bomb'])
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(4_000_000)
    expect(codes(zip(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`en/page/p${at}.md`, 'x']))))).toEqual([' zip-bomb'])
  })

  it('a file that lies about its size gives no more than it says', () => {
    const honest = Buffer.from(zip({ 'claim.yaml': new Uint8Array(2 * zipLimits.fileBytes).fill(0x61) }))
    const list = honest.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    honest.writeUInt32LE(10, list + 24)
    const { files: [file] } = unpackBundle(honest)
    expect(file?.raw.length ?? 0).toBeLessThanOrEqual(10)
  })

  it('entries that share the same stored bytes count each', () => {
    const one = Buffer.from(zip({ 'en/page/a.md': 'x'.repeat(900_000) }, 0))
    const list = one.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    const end = one.indexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    const entry = one.subarray(list, end)
    const entries = Array.from({ length: 30 }, (_, at) => {
      const copy = Buffer.from(entry)
      copy.write(`en/page/${String.fromCharCode(97 + (at % 26))}.md`, 46)
      copy.writeUInt32LE(1, 24)
      return copy
    })
    const tail = Buffer.from(one.subarray(end))
    tail.writeUInt16LE(30, 8)
    tail.writeUInt16LE(30, 10)
    expect(codes(Buffer.concat([one.subarray(0, list), ...entries, tail]))).toContain(' zip-bomb')
  })

  it('a zip that is too large itself is not looked into', () => {
    expect(codes(new Uint8Array(zipLimits.bytes + 1))).toEqual([' zip-too-large'])
  })
})
