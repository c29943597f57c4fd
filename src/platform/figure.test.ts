import { expect, test } from 'vitest'
import { figure, hueClass, pointsFor } from './figure.ts'

const pointsIn = (svg: string) => svg.match(/h0/g)?.length ?? 0

test('the same seed and number give the same picture, another seed another', () => {
  expect(figure({ seed: 'tiktok', count: 300 })).toBe(figure({ seed: 'tiktok', count: 300 }))
  expect(figure({ seed: 'tiktok', count: 300 })).not.toBe(figure({ seed: 'zoom', count: 300 }))
})

test('a picture stays under 6 KB, says nothing and carries no inline style', () => {
  for (const seed of ['tiktok', 'zoom', 'bank-cartel', 'somi']) {
    const svg = figure({ seed, count: 640, width: 1200, height: 600, highlight: true, hue: 353, class: 'hero-figure' })
    expect(svg.length).toBeLessThan(6000)
    expect(svg).not.toMatch(/style=|<text|<title|undefined|NaN/)
    expect(svg).toContain('aria-hidden="true"')
  }
})

test('a few points are all drawn, and many settle into the figure', () => {
  for (const count of [1, 2, 7, 23]) expect(pointsIn(figure({ seed: 'x', count }))).toBe(count)
  expect(pointsIn(figure({ seed: 'x', count: 640 }))).toBeGreaterThan(570)
})

test('places that nobody took yet are only hinted at', () => {
  const svg = figure({ seed: 'tiktok', count: 160, taken: 2 })
  const taken = [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke-opacity="1"/g)].map(([, d]) => d).join('')
  expect([pointsIn(taken), pointsIn(svg) > 140]).toEqual([2, true])
})

test('each point stands for a round number of people', () => {
  expect(pointsFor(0)).toEqual({ points: 0, each: 1 })
  expect(pointsFor(640)).toEqual({ points: 640, each: 1 })
  expect(pointsFor(641)).toEqual({ points: 321, each: 2 })
  expect(pointsFor(12_480)).toEqual({ points: 624, each: 20 })
  expect(pointsFor(1_000_000)).toEqual({ points: 500, each: 2000 })
})

test('a hue becomes one of 36 classes', () => {
  expect([hueClass(0), hueClass(353), hueClass(356), hueClass(-10), hueClass(214)])
    .toEqual(['hue-0', 'hue-350', 'hue-0', 'hue-350', 'hue-210'])
})

test('colours for paper and mail stand in the picture itself', () => {
  expect(figure({ seed: 'x', count: 50, highlight: true, colours: { ink: '#123456', mine: '#654321' } }))
    .toMatch(/stroke="#123456".*stroke="#654321"/)
})
