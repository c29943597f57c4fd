/** The most points a field draws; more people make each point stand for more of them. */
const most = 640
const golden = Math.PI * (3 - Math.sqrt(5))
const turn = Math.PI * 2

export interface FigureOrder {
  /** The claim's own word; the same word always gives the same figure. */
  seed: string
  /** Points to draw, 1 to 640. */
  count: number
  /** Size of the picture in units; the figure fills the shorter side. */
  width?: number | undefined
  height?: number | undefined
  /** Where the figure stands, as shares of width and height; the middle by default. */
  at?: readonly [number, number] | undefined
  /** How many of the points, from the middle, are taken; the places of the others are only hinted at. All when not said. */
  taken?: number | undefined
  /** Marks one point as the reader's own. */
  highlight?: boolean | undefined
  /** Hue in degrees, when it differs from the page's. */
  hue?: number | undefined
  class?: string | undefined
  /** Colours for paper and mail, where no style sheet reaches: any CSS colours. */
  colours?: { ink: string; mine: string } | undefined
}

/** How many points show a number of people, and how many people each stands for: always a round number (1, 2, 5, 10, …). */
export function pointsFor(people: number): { points: number; each: number } {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) {
      const each = step * power
      if (people <= each * most) return { points: Math.ceil(people / each), each }
    }
  }
}

/** The class that carries a hue (degrees): one of 36, because the page allows no inline style. */
export const hueClass = (degrees: number): string => `hue-${(((Math.round(degrees / 10) * 10) % 360) + 360) % 360}`

/** Numbers from 0 to 1 that depend on the seed alone (a string hash into mulberry32). */
function dice(seed: string): () => number {
  let state = 1779033703 ^ seed.length
  for (const letter of seed) {
    state = Math.imul(state ^ letter.charCodeAt(0), 3432918353)
    state = (state << 13) | (state >>> 19)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Point { x: number; y: number; weight: number; taken: boolean }

/** How heavy a point is, 0 to 1, at a distance and an angle: waves that run around and outward draw the figure in the field. */
function weigher(roll: () => number): (r: number, angle: number) => number {
  // Three or four bent arms resemble emblems nobody wants on a claim, so no figure has them.
  const arms = [2, 5, 6, 7, 8][Math.floor(roll() * 5)] ?? 5
  const twist = (roll() < 0.5 ? -1 : 1) * (0.9 + roll() * 2.4)
  const rings = 1 + roll() * 2.5
  const sway = 0.3 + roll() * 1.4
  const phase = roll() * turn
  return (r, angle) => 0.5 + 0.5 * Math.cos(arms * angle + twist * turn * r * 0.5 + sway * Math.cos(rings * turn * r + phase) + phase)
}

/** Points in the order of a sunflower: settled in the middle, looser towards the edge, the last ones still on their way. */
function field(seed: string, count: number, reach: number): Omit<Point, 'taken'>[] {
  const roll = dice(seed)
  const weigh = weigher(roll)
  const tilt = roll() * turn
  const settled = count < 24 ? count : Math.round(count * 0.9)
  return Array.from({ length: count }, (_, i) => {
    const late = (i - settled + 1) / (count - settled + 1)
    const r = i < settled ? Math.sqrt((i + 0.6) / settled) : 1.04 + late ** 1.4 * reach
    const angle = i * golden + tilt
    const unrest = count < 24 ? 0 : 0.1 * Math.min(r, 1.6) ** 7
    const [dx, dy] = [(roll() - 0.5) * unrest, (roll() - 0.5) * unrest]
    const envelope = Math.max(0, 1 - 0.55 * r ** 3)
    const weight = i < settled ? weigh(r, angle) * envelope + 0.06 : 0.1 * roll()
    return { x: r * Math.cos(angle) + dx, y: r * Math.sin(angle) + dy, weight }
  })
}

/** Dots as one path: a round-capped stroke of no length each, by relative moves, sorted to keep the numbers short. */
function path(points: readonly Point[]): string {
  let [atX, atY] = [0, 0]
  return points.toSorted((a, b) => Math.round(a.y / 24) - Math.round(b.y / 24) || a.x - b.x).map(({ x, y }) => {
    const move = `m${x - atX}${y < atY ? '' : ' '}${y - atY}h0`
    ;[atX, atY] = [x, y]
    return move
  }).join('')
}

/** Sizes in shares of the distance between neighbours, light to heavy; light points are also paler. */
const tiers = [{ upTo: 0.16, size: 0.2, ink: 0.55 }, { upTo: 0.34, size: 0.3, ink: 0.7 }, { upTo: 0.52, size: 0.44, ink: 0.85 },
  { upTo: 0.74, size: 0.6, ink: 1 }, { upTo: 9, size: 0.78, ink: 1 }] as const

/** Where the reader's own point goes: among the heavy ones, up and right of the middle. */
function ownPoint(points: readonly Point[], x: number, y: number): Point | undefined {
  const away = (p: Point) => Math.hypot(p.x - x, p.y - y) - p.weight * 40
  return points.toSorted((a, b) => away(a) - away(b))[0]
}

const ownMark = ({ x, y }: Point, gap: number, colour: string | undefined) => `<g class="mine"${colour ? ` stroke="${colour}"` : ''}>`
  + `<path d="M${x} ${y}h0" stroke-width="${gap.toFixed(1)}"/>`
  + `<circle cx="${x}" cy="${y}" r="${(1.35 * gap).toFixed(1)}" stroke-width="${(0.2 * gap).toFixed(1)}"/></g>`

/** The field of points of a claim as SVG without text; decoration, so hidden from readers of the page: words beside it say the number. */
export function figure(order: FigureOrder): string {
  const { seed, width = 400, height = 400, at = [0.5, 0.5], taken = Infinity, highlight, hue, colours } = order
  const count = Math.max(1, Math.min(most, Math.round(order.count)))
  const [w, h] = [width * 2, height * 2]
  const radius = Math.min(w, h) * 0.42
  const points = field(seed, count, Math.max(0.3, Math.hypot(w, h) / 2 / radius - 1.1))
    .map(({ x, y, weight }, i) => ({ weight, taken: i < taken, x: Math.round(w * at[0] + x * radius),
      y: Math.round(h * at[1] + y * radius) }))
    .filter(({ x, y }) => x > 4 && y > 4 && x < w - 4 && y < h - 4)
  const gap = radius * Math.sqrt(Math.PI / Math.max(count, 12))
  const mine = highlight ? ownPoint(points, w * (at[0] + 0.12), h * (at[1] - 0.1)) : undefined
  // The reader's own point stands free, so that it is seen at once.
  const aside = (p: Point) => !mine || Math.hypot(p.x - mine.x, p.y - mine.y) > 2.1 * gap
  const layers = [true, false].flatMap((isTaken) => tiers.map(({ upTo, size, ink }, i) => {
    const dots = points.filter((p) => p.taken === isTaken && aside(p) && p.weight < upTo && p.weight >= (tiers[i - 1]?.upTo ?? 0))
    const [wide, strong] = !isTaken ? [size * 0.7, 0.22] : taken === Infinity ? [size, ink] : [Math.max(size, 0.6), 1]
    return dots.length ? `<path d="${path(dots)}" stroke-width="${(wide * gap).toFixed(1)}" stroke-opacity="${strong}"/>` : ''
  }))
  const own = mine ? ownMark(mine, gap, colours?.mine) : ''
  const names = ['figure', hue === undefined ? '' : hueClass(hue), order.class ?? ''].filter(Boolean).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${names}" viewBox="0 0 ${w} ${h}" width="${width}" height="${height}" fill="none"`
    + ` stroke="${colours?.ink ?? 'currentColor'}" stroke-linecap="round" aria-hidden="true" focusable="false">`
    + `${layers.join('')}${own}</svg>`
}
