import readPixels from 'jsqr'

const scale = 4

/** What the first QR code of a page says, read from its picture: modules as `M<x> <y>h1v1h-1z` in a square view box. */
export function readQr(html: string): string {
  const size = Number(/class="qr" viewBox="0 0 (\d+)/.exec(html)?.[1])
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of /class="qr".*?<\/svg>/s.exec(html)![0].matchAll(/M(\d+) (\d+)h1/g)) {
    for (let at = 0; at < scale * scale; at += 1) {
      const pixel = ((Number(y) * scale + Math.floor(at / scale)) * width + Number(x) * scale + (at % scale)) * 4
      pixels.fill(0, pixel, pixel + 3)
    }
  }
  const read = readPixels.default(pixels, width, width)
  if (!read) throw new Error('no code could be read')
  return read.data
}
