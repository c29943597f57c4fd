import type { Ground } from '#web/page.ts'
import { typedAt } from '#web/parts/typed.ts'

/** What stands in a field: what was just typed, else what is known already. */
export function valueIn(visit: Ground): (field: string, known: string | undefined) => string | undefined {
  const fresh = Object.keys(visit.form.typed).length > 0
  return (field, known) => (fresh ? typedAt(visit, field) : known)
}
