import sharp from 'sharp'
import { done, refused } from './outcome.ts'

/** The largest picture that is taken in, in bytes and in pixels: a small file can unfold into a picture that fills the memory. */
export const pictureIntake = { bytes: 8 * 1024 * 1024, pixels: 50_000_000 } as const

/** Of the many formats the decoder knows, only these three are ever opened; drawings with scripts, documents and camera files are not. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

const beginnings: readonly (readonly [at: number, bytes: string])[][] = [
  [[0, '\x89PNG\r\n\x1a\n']], [[0, '\xff\xd8\xff']], [[0, 'RIFF'], [8, 'WEBP']],
]

/** Whether bytes begin as a PNG, a JPEG or a WebP does; what a file is called says nothing. */
const isPicture = (bytes: Buffer): boolean =>
  beginnings.some((parts) => parts.every(([at, part]) => bytes.toString('latin1', at, at + part.length) === part))

/** From the best to the smallest that one would still want to look at. */
const tries = [[1, 80], [1, 60], [0.75, 60], [0.5, 60], [0.5, 35]] as const

/**
 * A picture of somebody's camera or screen as a WebP of at most `side` pixels and `most` bytes: decoded and drawn anew, so that nothing but
 * the image is left (no place, no camera, no second file behind it), upright and in sRGB. Of a moving one the first image. Refused: more
 * than 8 MB, no PNG, JPEG or WebP by its bytes, too many pixels, and what cannot be decoded to the end.
 */
export async function drawAnew(given: Uint8Array, { side, most }: { side: number; most: number }) {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (bytes.length > pictureIntake.bytes) return refused('picture-too-heavy')
  if (!isPicture(bytes)) return refused('picture-kind')
  try {
    const open = () => sharp(bytes, { limitInputPixels: pictureIntake.pixels, failOn: 'error', pages: 1 }).timeout({ seconds: 20 })
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > pictureIntake.pixels) return refused('picture-pixels')
    for (const [scale, quality] of tries) {
      const edge = Math.round(side * scale)
      const drawn = await open().autoOrient().resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb').webp({ quality, effort: 3 }).toBuffer()
      if (drawn.length <= most) return done(drawn)
    }
    return refused('picture-too-heavy')
  } catch {
    return refused('picture-broken')
  }
}
