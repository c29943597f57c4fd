import type { ListedFee } from '#fees/lists.ts'

/** Where the next page of a list begins: the instant or day of its last line, and the id of that fee. */
export function readPlace(after: string | null): { at: string; id: string } | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)_([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}

/** That place as it stands in the address; it names no person. */
export const placeAfter = (last: ListedFee, view: 'refunds' | 'owed'): string =>
  `${view === 'refunds' ? last.dueOn : last.owedAt.toISOString()}_${last.feeId}`
