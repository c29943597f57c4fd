import { createHash } from 'node:crypto'

/**
 * What a picture of a claim may weigh as WebP, how long its longest side may be, and what all of one claim may weigh together (bytes,
 * pixels).
 */
export const pictureLimits = { bytes: 300 * 1024, side: 1600, together: 2560 * 1024 } as const

/** The file of a picture in a bundle, which is text: the WebP in base64, on lines of 76 signs. */
export const pictureFile = (id: string): string => `pictures/${id}.webp.base64`

/** The id of the picture that a file of this path holds; undefined where it holds none. */
export const pictureIdOf = (path: string): string | undefined => /^pictures\/([a-z0-9]+(?:-[a-z0-9]+)*)\.webp\.base64$/.exec(path)?.[1]

/** Bytes as the file of a picture says them. */
export const writePicture = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll(/.{1,76}/g, '$&\n')

/** A picture as a page shows it: its size in pixels, and a name of its bytes. */
export interface PictureFile { id: string; bytes: Buffer; width: number; height: number; hash: string }

/** The picture in a file; undefined where that is no base64, or no WebP that stands still and carries nothing but its image. */
export function readPicture({ path, raw }: { path: string; raw: string }): PictureFile | undefined {
  const id = pictureIdOf(path)
  const bytes = Buffer.from(raw, 'base64')
  if (id === undefined || bytes.toString('base64') !== raw.replaceAll(/\s/g, '')) return undefined
  const size = webpSize(bytes)
  return size && { id, bytes, ...size, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
}

/** Chunks of a WebP that are the image itself; any other could hold what nobody sees: a place, a name, a second file. */
const imageChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH']

/** Reads the size of a WebP from its chunks; undefined where the bytes are anything else, or more. */
function webpSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 30 || tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WEBP' || bytes.readUInt32LE(4) + 8 !== bytes.length)
    return undefined
  let size: { width: number; height: number } | undefined
  for (let at = 12; at < bytes.length;) {
    if (at + 8 > bytes.length || !imageChunks.includes(tag(bytes, at))) return undefined
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > bytes.length) return undefined
    size ??= sizeIn(tag(bytes, at), bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return size
}

function sizeIn(kind: string, chunk: Buffer): { width: number; height: number } | undefined {
  if (chunk.length < 10 && kind !== 'VP8L') return undefined
  if (kind === 'VP8X') return { width: chunk.readUIntLE(4, 3) + 1, height: chunk.readUIntLE(7, 3) + 1 }
  if (kind === 'VP8 ') return { width: chunk.readUInt16LE(6) & 0x3fff, height: chunk.readUInt16LE(8) & 0x3fff }
  if (kind !== 'VP8L' || chunk.length < 5) return undefined
  const bits = chunk.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

const tag = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4)

/** A place in a text where a picture stands: a line of its own, as `![](picture:office "Our office")`. */
export interface ShownPicture { id: string; caption: string; at: number; written: string }

const alone = /(?<=^|\n[ \t]*\r?\n)!\[\]\(picture:([a-z0-9]+(?:-[a-z0-9]+)*)(?: "([^"\n]*)")?\)[ \t]*(?=\r?\n[ \t]*\r?\n|\s*$)/g

/** The pictures that a text shows, in order. */
export const picturesShownIn = (raw: string): ShownPicture[] =>
  [...raw.matchAll(alone)].map(({ 0: written, 1: id = '', 2: caption = '', index: at }) => ({ id, caption, at, written: written.trim() }))
