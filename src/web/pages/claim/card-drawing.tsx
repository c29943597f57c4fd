import type { Ground } from '#web/page.ts'
import { Figure } from '#web/parts/figure.tsx'

/** Line drawings of the cards, one stroke style: `d` lines, `dots` round points as moves of no length. */
const drawings: Record<string, { lines: string; dots: string }> = {
  'why-children': {
    lines: 'M34 58c8-18 30-30 58-30 34 0 62 12 74 28M34 58c-7 2-10 8-6 12 5 5 14 0 22-4 12-6 26-10 42-10 20 0 36 6 50 14M100 84a9 9 0 1 0 .1 0M84 122c0-14 7-22 16-22s16 8 16 22M108 100l14-4M120 86h11v19h-11z',
    dots: 'M22 32h0M36 20h0M54 12h0M150 18h0M172 30h0M186 48h0M14 50h0',
  },
  'why-entitled': {
    lines: 'M100 22v92M70 118h60M44 40h112M44 40l-20 38M44 40l20 38M20 78h48c0 12-10 20-24 20s-24-8-24-20zM156 40l-20 38M156 40l20 38M132 78h48c0 12-10 20-24 20s-24-8-24-20zM156 60a11 11 0 1 0 .1 0M153 67h8M153 71h8M162 65c-6-4-10 0-10 6s4 10 10 6',
    dots: 'M32 72h0M40 70h0M48 72h0M56 71h0M36 63h0M44 61h0M52 63h0M44 53h0M100 18h0',
  },
  'why-privacy': {
    lines: 'M72 14h46a10 10 0 0 1 10 10v90a10 10 0 0 1-10 10H72a10 10 0 0 1-10-10V24a10 10 0 0 1 10-10zM86 22h18M95 50a12 12 0 0 1 6 22l5 22H84l5-22a12 12 0 0 1 6-22z',
    dots: 'M112 62h0M122 54h0M136 60h0M146 48h0M138 78h0M158 66h0M154 86h0M170 54h0M176 78h0M186 64h0M168 98h0M190 92h0',
  },
  'why-signal': {
    lines: 'M78 92c8-10 8-30 0-40M98 106c16-18 16-50 0-68M118 120c24-28 24-70 0-96M138 130c32-36 32-82 0-116',
    dots: 'M14 30h0M28 48h0M12 66h0M30 84h0M16 104h0M40 64h0M44 96h0M46 40h0M54 76h0M58 60h0M62 72h0',
  },
  'why-clarity': {
    lines: 'M88 30a38 38 0 1 0 .1 0M116 96l40 28M62 60h52M62 72h40M62 84h46',
    dots: 'M142 30h0M156 42h0M166 58h0M150 60h0M172 78h0M160 20h0M178 36h0',
  },
  'why-evidence': {
    lines: 'M52 22h64l24 24v74H52zM116 22v24h24M68 62h52M68 78h52M68 94h30M112 98l10 10 22-26',
    dots: 'M22 40h0M30 58h0M18 76h0M32 92h0M24 110h0M160 34h0M172 52h0M180 72h0',
  },
}

/** The drawing of a card; a claim with reasons of its own gets a small figure instead. Its words are the claim's (`pictures`). */
export function CardDrawing({ visit, id }: { visit: Ground; id: string }) {
  const { claim, language } = visit
  const drawing = drawings[id]
  const alt = claim.facts.pictures.find((picture) => picture.id === id)?.alt[language]
  if (!drawing) return <Figure seed={`${claim.facts.figure.seed} ${id}`} count={90} width={200} height={140} />
  return (
    <svg class="drawing" viewBox="0 0 200 140" width="200" height="140" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': 'true' })}>
      <path d={drawing.lines} stroke-width="2.5" />
      <path class="drawing-points" d={drawing.dots} stroke-width="6" />
    </svg>
  )
}
