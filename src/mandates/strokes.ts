import * as z from 'zod'

const point = z.strictObject({
  /** Pixels from the left and top of the drawing area. */
  x: z.number().min(-5_000).max(5_000),
  y: z.number().min(-5_000).max(5_000),
  /** Milliseconds, from any start. */
  t: z.number().min(0),
  /** Pressure 0 to 1, when the device tells it. */
  p: z.number().min(0).max(1).optional(),
})
type Point = z.infer<typeof point>

const stroke = z.strictObject({
  points: z.array(point).min(1).max(5_000),
  pointer: z.enum(['mouse', 'pen', 'touch']).optional(),
})

/** Shorter than this, in pixels of pen path altogether, is a touch by accident and not a signature. */
const shortest = 30
const mostPoints = 5_000

/**
 * A drawn signature as strokes (SG-04): at most 200 strokes and 5,000 points together, finite numbers. Refuses an
 * empty drawing and one whose lines are together shorter than 30 pixels.
 */
export const drawnStrokes = z.strictObject({
  width: z.number().min(50).max(4_000),
  height: z.number().min(30).max(4_000),
  strokes: z.array(stroke).min(1).max(200),
})
  .refine((drawn) => drawn.strokes.reduce((sum, s) => sum + s.points.length, 0) <= mostPoints, { message: 'too-many-points' })
  .refine((drawn) => drawn.strokes.reduce((sum, s) => sum + lengthOf(s.points), 0) >= shortest, { message: 'signature-empty' })
export type DrawnStrokes = z.infer<typeof drawnStrokes>

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - points[i]!.x, y - points[i]!.y), 0)
}

const ink = '#1b2f63'
const round = (n: number) => String(Math.round(n * 10) / 10)

/** One stroke as an SVG path through the middles between its points, so that corners of the sampling do not show. */
function pathOf(points: readonly Point[]): string {
  const first = points[0]!
  const path = [`M${round(first.x)} ${round(first.y)}`]
  points.slice(1, -1).forEach((at, i) => {
    const after = points[i + 2]!
    path.push(`Q${round(at.x)} ${round(at.y)} ${round((at.x + after.x) / 2)} ${round((at.y + after.y) / 2)}`)
  })
  const last = points.at(-1)!
  path.push(points.length > 1 ? `L${round(last.x)} ${round(last.y)}` : 'h0.1')
  return path.join('')
}

/**
 * The drawing as SVG, cropped to the ink with a margin. The server draws it from numbers: a picture made in the
 * browser is never taken over. The same strokes give the same SVG.
 */
export function strokesToSvg({ strokes }: DrawnStrokes): string {
  const points = strokes.flatMap((s) => s.points)
  const [left, top] = [Math.min(...points.map((p) => p.x)), Math.min(...points.map((p) => p.y))]
  const width = Math.max(...points.map((p) => p.x)) - left
  const height = Math.max(...points.map((p) => p.y)) - top
  const pen = Math.max(width / 140, height / 60, 1)
  const view = [left - 2 * pen, top - 2 * pen, width + 4 * pen, height + 4 * pen].map(round).join(' ')
  const [, , viewWidth, viewHeight] = view.split(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="${viewWidth}" height="${viewHeight}">` +
    `<path d="${strokes.map((s) => pathOf(s.points)).join('')}" fill="none" stroke="${ink}" stroke-width="${round(pen)}" ` +
    'stroke-linecap="round" stroke-linejoin="round"/></svg>'
}
