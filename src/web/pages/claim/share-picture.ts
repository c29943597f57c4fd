import { crc32, deflateSync } from 'node:zlib'
import { figure, pointsFor } from '#platform/figure.ts'

const [width, height] = [1200, 630]
const shades = 64

interface Dot {
  x: number
  y: number
  radius: number
  ink: number
}

/** The dots of a figure: each path is a list of moves, its stroke the size. */
function dotsOf(svg: string): Dot[] {
  return [...svg.matchAll(/<path d="([^"]+)" stroke-width="([\d.]+)" stroke-opacity="([\d.]+)"/g)].flatMap(([, path = '', size, ink]) => {
    let [x, y] = [0, 0]
    return [...path.matchAll(/m(-?\d+) ?(-?\d+)h0/g)].map(([, dx, dy]): Dot => {
      x += Number(dx)
      y += Number(dy)
      // A figure draws on a grid twice as fine as its size.
      return { x: x / 2, y: y / 2, radius: Number(size) / 4, ink: Number(ink) }
    })
  })
}

/** How much of each pixel is ink, 0 to 63, with soft edges. */
function inked(dots: readonly Dot[]): Buffer {
  const pixels = Buffer.alloc(width * height)
  for (const { x, y, radius, ink } of dots) {
    const reach = Math.ceil(radius + 1)
    for (let row = Math.max(0, Math.floor(y) - reach); row <= Math.min(height - 1, y + reach); row++) {
      for (let column = Math.max(0, Math.floor(x) - reach); column <= Math.min(width - 1, x + reach); column++) {
        const covered = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(column + 0.5 - x, row + 0.5 - y))) * ink
        const at = row * width + column
        pixels[at] = Math.max(pixels[at] ?? 0, Math.round(covered * (shades - 1)))
      }
    }
  }
  return pixels
}

type Colour = readonly [number, number, number]

/** From hue, saturation and lightness (degrees, 0 to 1) to the three bytes of a colour. */
function colour(hue: number, saturation: number, lightness: number): Colour {
  const part = (n: number) => {
    const k = (n + hue / 30) % 12
    return Math.round(255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return [part(0), part(8), part(4)]
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

/** The picture of a shared link, 1200 by 630, as PNG: the claim's field of points on paper, without words. */
export function sharePicture({ seed, hue, people }: { seed: string; hue: number; people: number }): Buffer {
  const count = people === 0 ? 600 : Math.max(60, pointsFor(people).points)
  const pixels = inked(dotsOf(figure({ seed, count, width, height })))
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++) pixels.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width)
  const [paper, ink] = [colour(hue, 0.35, 0.97), colour(hue, 0.62, 0.36)]
  const palette = Array.from({ length: shades }, (_, shade) =>
    paper.map((from, i) => Math.round(from + ((ink[i] ?? 0) - from) * (shade / (shades - 1)))),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
