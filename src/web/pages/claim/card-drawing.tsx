import type { Ground } from '#web/page.ts'
import { Drawing, isDrawing } from '#web/parts/drawings.tsx'
import { Figure } from '#web/parts/figure.tsx'

/** The drawing of a card; a claim with reasons of its own gets a small figure instead. Its words are the claim's (`pictures`). */
export function CardDrawing({ visit, id }: { visit: Ground; id: string }) {
  const { claim, language } = visit
  if (!isDrawing(id)) return <Figure seed={`${claim.facts.figure.seed} ${id}`} count={90} width={120} height={90} />
  return <Drawing name={id} alt={claim.facts.pictures.find((picture) => picture.id === id)?.alt[language] ?? ''} />
}
