import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Scheme = 'light' | 'dark'
interface Hue { hue: number; vivid: number; glow: number }

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const hues = [...read('hues.css').matchAll(/--hue: (\d+); --vivid: ([\d.]+); --glow: ([\d.]+)/g)]
  .map(([, hue, vivid, glow]): Hue => ({ hue: Number(hue), vivid: Number(vivid), glow: Number(glow) }))
const tokens = new Map([...read('tokens.css').matchAll(/--([\w-]+): light-dark\((oklch\(.+\)), (oklch\(.+\))\);/g)]
  .map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]))

/** The red, green and blue light of a token, 0 to 1, unclipped. */
function light(name: string, scheme: Scheme, { hue, vivid, glow }: Hue): [number, number, number] {
  const written = tokens.get(name)?.[scheme]
  if (!written) throw new Error(`no colour --${name}`)
  const plain = written
    .replaceAll('var(--hue)', String(hue)).replaceAll('var(--vivid)', String(vivid)).replaceAll('var(--glow)', String(glow))
    .replaceAll(/calc\(([\d.]+) \* ([\d.]+)\)/g, (_, a: string, b: string) => String(Number(a) * Number(b)))
  const [, L, C, h] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(plain)?.map(Number) ?? []
  if (L === undefined || C === undefined || h === undefined) throw new Error(`cannot read ${plain}`)
  const [a, b] = [C * Math.cos((h * Math.PI) / 180), C * Math.sin((h * Math.PI) / 180)]
  const [l, m, s] = [(L + 0.3963377774 * a + 0.2158037573 * b) ** 3, (L - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (L - 0.0894841775 * a - 1.291485548 * b) ** 3]
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function contrast(one: string, other: string, scheme: Scheme, hue: Hue): number {
  const [brighter, darker] = [one, other].map((name) => {
    const [r, g, b] = light(name, scheme, hue).map((part) => Math.min(1, Math.max(0, part)))
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }).sort((a, b) => b - a)
  return (brighter! + 0.05) / (darker! + 0.05)
}

const grounds = ['paper', 'sheet', 'wash']
const on = (words: readonly string[], backs: readonly string[]) => words.flatMap((word) => backs.map((back) => [word, back] as const))
const body = [...on(['ink'], [...grounds, 'field', 'good-wash', 'warn-wash', 'bad-wash']), ...on(['ink-soft'], grounds)]
const rest = [
  ...on(['accent', 'accent-strong'], [...grounds, 'field']), ...on(['ink-soft'], ['field']),
  ...on(['on-accent'], ['accent', 'accent-strong']),
  ...on(['good', 'warn', 'bad'], grounds), ['good', 'good-wash'], ['warn', 'warn-wash'], ['bad', 'bad-wash'],
] as const
const drawn = [...on(['edge', 'focus'], [...grounds])]

const schemes: readonly Scheme[] = ['light', 'dark']
const tooPale = (pairs: readonly (readonly [string, string])[], least: number) =>
  hues.flatMap((hue) => schemes.flatMap((scheme) => pairs
    .map(([a, b]) => ({ pair: `${a} on ${b}, ${scheme}, hue ${hue.hue}`, ratio: contrast(a, b, scheme, hue) }))
    .filter(({ ratio }) => ratio < least)))

test('there are 36 hues in steps of 10', () => {
  expect(hues.map(({ hue }) => hue)).toEqual(Array.from({ length: 36 }, (_, i) => i * 10))
})

test('body text has a contrast of at least 7 in both schemes, on every ground and hue', () => {
  expect(tooPale(body, 7)).toEqual([])
})

test('all other text has a contrast of at least 4.5 in both schemes, on every ground and hue', () => {
  expect(tooPale(rest, 4.5)).toEqual([])
})

test('edges of controls and the focus ring have a contrast of at least 3', () => {
  expect(tooPale(drawn, 3)).toEqual([])
})

test('every screen shows the accents as they are written', () => {
  for (const hue of hues) for (const scheme of schemes) for (const name of ['accent', 'accent-strong'])
    for (const part of light(name, scheme, hue)) expect(part, `${name} ${scheme} ${hue.hue}`).toBeCloseTo(Math.min(1, Math.max(0, part)), 2)
})
