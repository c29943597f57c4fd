/** The mark of Joinder: points that close into one. */
export const Mark = () => (
  <svg class="brandmark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" stroke="currentColor"
    stroke-linecap="round" fill="none">
    <path d="M12 3h0M16.5 4.2h0M19.8 7.5h0M21 12h0M19.8 16.5h0M16.5 19.8h0M12 21h0" stroke-width="3" />
    <path d="M7.5 19.8h0M4.2 16.5h0M3 12h0M4.2 7.5h0M7.5 4.2h0" stroke-width="1.8" />
    <path d="M12 12h0" stroke-width="6.5" />
  </svg>
)

interface Strokes {
  /** Plain lines. */
  line: string
  /** Points, heavy and light: the same hand as the field of points. */
  heavy?: string
  light?: string
}

/** Line drawings on a field of 120 by 90: one line, round ends, and points for people. */
const drawings = {
  'why-children': {
    line: 'M11 43C18 26 38 15 61 15C84 15 103 27 110 44C113 51 106 55 101 50C92 41 80 36 65 36C48 36 39 46 25 51C14 55 7 52 11 43Z'
      + 'M70 24C86 27 98 36 104 48M58 23C76 22 84 27 92 33M36 45C37 54 42 58 46 55C49 52 47 47 46 41'
      + 'M49 82v-4q0-10 10-10t10 10v4M68 75l10-4M79 63h8v13h-8Z',
    heavy: 'M59 58h0', light: 'M18 20h0M30 11h0M46 5h0M78 5h0M94 11h0M106 22h0',
  },
  'why-entitled': {
    line: 'M60 20v60M42 80h36M26 34q18 2 34-6q16-8 34-10M26 34L13 62q13 10 26 0ZM94 18L81 46q13 10 26 0Z',
    heavy: 'M94 44h0', light: 'M20 61h0M26 63h0M32 61h0M23 55h0M29 55h0M26 48h0M60 14h0',
  },
  'why-privacy': {
    line: 'M30 8h34q6 0 6 6v62q0 6-6 6H30q-6 0-6-6V14q0-6 6-6ZM42 15h10M44 46l-4 16h14l-4-16',
    heavy: 'M47 41h0', light: 'M64 46h0M76 40h0M78 51h0M87 34h0M89 45h0M92 57h0M101 28h0M103 41h0M105 53h0M110 66h0M114 36h0',
  },
  'why-signal': {
    line: 'M56 34q9 11 0 22M70 24q18 21 0 42M84 14q28 31 0 62',
    heavy: 'M43 45h0', light: 'M8 20h0M14 44h0M9 66h0M20 30h0M22 56h0M27 41h0M31 24h0M32 62h0M33 48h0M18 76h0M24 12h0',
  },
  'why-clarity': {
    line: 'M50 16a26 26 0 1 0 .01 0M69 61l22 20M36 36h28M36 44h20M36 52h24',
    heavy: 'M92 20h0', light: 'M104 30h0M110 44h0M98 40h0M108 14h0M104 56h0',
  },
  'why-evidence': {
    line: 'M34 10h36l16 16v54H34ZM70 10v16h16M44 40h30M44 50h24M44 60h12M62 66l7 7l15-19',
    heavy: 'M86 50h0', light: 'M16 24h0M22 40h0M14 56h0M24 70h0M102 34h0M108 52h0M100 68h0',
  },
} as const satisfies Record<string, Strokes>

export type DrawingName = keyof typeof drawings

/** Whether a picture of a claim (`pictures:` in claim.yaml) has a drawing of ours. */
export const isDrawing = (name: string): name is DrawingName => Object.hasOwn(drawings, name)

/** A line drawing. `alt` says what it shows; an empty `alt` makes it decoration. */
export function Drawing({ name, alt }: { name: DrawingName; alt: string }) {
  const { line, heavy, light }: Strokes = drawings[name]
  return (
    <svg class="drawing" viewBox="0 0 120 90" width="120" height="90" fill="none" stroke="currentColor" stroke-width="2"
      stroke-linecap="round" stroke-linejoin="round" focusable="false"
      {...(alt ? { role: 'img' as const, 'aria-label': alt } : { 'aria-hidden': 'true' as const })}>
      {alt && <title>{alt}</title>}
      <path d={line} />
      {light && <path d={light} stroke-width="5" stroke-opacity=".6" />}
      {heavy && <path d={heavy} stroke-width="13" />}
    </svg>
  )
}
