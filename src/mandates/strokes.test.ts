import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flourish } from './document.fixture.ts'
import { drawnStrokes, strokesToSvg } from './strokes.ts'

const line = (points: number) => ({ points: Array.from({ length: points }, (_, i) => ({ x: i, y: 10, t: i })) })
const refusal = (drawn: unknown) => drawnStrokes.safeParse(drawn).error?.issues[0]?.message

test('a drawing with pressure and a dot is taken as it is (SG-04)', () => {
  expect(drawnStrokes.parse(flourish)).toEqual(flourish)
})

test('an empty drawing and a touch by accident are refused', () => {
  expect(drawnStrokes.safeParse({ width: 300, height: 100, strokes: [] }).success).toBe(false)
  expect(refusal({ width: 300, height: 100, strokes: [line(10)] })).toBe('signature-empty')
  expect(refusal({ width: 300, height: 100, strokes: [line(1), line(1), line(1)] })).toBe('signature-empty')
  expect(refusal({ width: 300, height: 100, strokes: [line(40)] })).toBeUndefined()
})

test('at most 200 strokes and 5,000 points together', () => {
  expect(refusal({ width: 300, height: 100, strokes: Array.from({ length: 201 }, () => line(2)) })).toBeDefined()
  expect(refusal({ width: 300, height: 100, strokes: [line(2501), line(2500)] })).toBe('too-many-points')
  expect(refusal({ width: 300, height: 100, strokes: [line(2500), line(2500)] })).toBeUndefined()
})

test.each([NaN, Infinity, 1e9, '1', null])('%s is not a coordinate', (x) => {
  expect(drawnStrokes.safeParse({ width: 300, height: 100,
    strokes: [{ points: [{ x, y: 1, t: 1 }, { x: 200, y: 1, t: 2 }] }] }).success).toBe(false)
})

test('whatever is drawn, the picture holds one path of numbers and nothing else', () => {
  const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true })
  const points = fc.array(fc.record({ x: coordinate, y: coordinate, t: fc.nat() }), { minLength: 1, maxLength: 30 })
  fc.assert(fc.property(fc.array(fc.record({ points }), { minLength: 1, maxLength: 5 }), (strokes) => {
    expect(strokesToSvg({ width: 300, height: 100, strokes })).toMatch(
      /^<svg xmlns="[^"]+" viewBox="[-\d. ]+" width="[\d.]+" height="[\d.]+"><path d="[MQLh\d. -]+"( [a-z-]+="[#\w.]+"){5}\/><\/svg>$/)
  }), { numRuns: 50 })
})
